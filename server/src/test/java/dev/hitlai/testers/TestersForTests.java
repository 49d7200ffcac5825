package dev.hitlai.testers;

import org.jooq.DSLContext;

/** The roster without a server around it. */
public final class TestersForTests {
  private TestersForTests() {}

  public static TesterRoster roster(DSLContext sql) {
    return new TesterRoster(sql);
  }
}
