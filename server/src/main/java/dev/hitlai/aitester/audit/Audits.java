package dev.hitlai.aitester.audit;

import java.util.List;

/** Every audit that the tester knows. */
public final class Audits {

  private Audits() {}

  /**
   * A fresh set for one run on one thread: some remember what they saw on earlier pages (titles,
   * links already checked).
   */
  public static List<Audit> all() {
    return List.of();
  }
}
