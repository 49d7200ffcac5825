package dev.hitlai.demosite;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One Chromium for all tests of this module; a context of its own for each test. */
final class TestBrowser {

  private static final Playwright PLAYWRIGHT =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

  private static final Browser BROWSER =
      PLAYWRIGHT
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(
                      Path.of(
                          Objects.requireNonNullElse(
                              System.getenv("HITLAI_CHROMIUM"), "/usr/bin/chromium")))
                  .setArgs(List.of("--no-sandbox")));

  private TestBrowser() {}

  static BrowserContext context(int width, int height) {
    BrowserContext context =
        BROWSER.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
    context.setDefaultTimeout(15_000);
    return context;
  }
}
