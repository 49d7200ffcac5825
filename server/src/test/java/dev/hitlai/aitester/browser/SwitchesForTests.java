package dev.hitlai.aitester.browser;

import java.util.List;

/**
 * The switches that Chromium is started with by the product, for tests that start one themselves.
 */
public final class SwitchesForTests {
  private SwitchesForTests() {}

  public static List<String> unsandboxed() {
    return Switches.of(false);
  }
}
