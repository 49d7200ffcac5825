package dev.hitlai.aitester.audit;

/**
 * A page with a fault and the same without.
 *
 * @param failing a page's body, or a whole document
 */
record Fixture(String rule, String audit, String persona, String failing, String passing) {

  static Fixture of(String rule, String audit, String failing, String passing) {
    return new Fixture(rule, audit, "middle_age_moderate", failing, passing);
  }

  Fixture as(String other) {
    return new Fixture(rule, audit, other, failing, passing);
  }

  @Override
  public String toString() {
    return rule;
  }
}
