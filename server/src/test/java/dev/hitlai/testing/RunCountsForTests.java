package dev.hitlai.testing;

import org.jooq.DSLContext;

/** Lets tests of other modules count runs without the whole server. */
public final class RunCountsForTests {
  private RunCountsForTests() {}

  public static RunCounts of(DSLContext sql) {
    return new RunCounts(sql);
  }
}
