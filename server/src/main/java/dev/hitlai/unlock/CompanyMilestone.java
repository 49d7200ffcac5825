package dev.hitlai.unlock;

import dev.hitlai.identity.FeatureKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A step of the companies' ladder: so many completed tests of the company open four features. */
public enum CompanyMilestone {
  ONE_THOUSAND("1k", 1_000),
  FIVE_THOUSAND("5k", 5_000),
  TEN_THOUSAND("10k", 10_000);

  private final String code;
  private final int tests;

  CompanyMilestone(String code, int tests) {
    this.code = code;
    this.tests = tests;
  }

  /** As schema and API spell it. */
  public String code() {
    return code;
  }

  /** Completed tests that reach it. */
  public int tests() {
    return tests;
  }

  public List<FeatureKey> features() {
    return Arrays.stream(FeatureKey.values()).filter(key -> key.tests() == tests).toList();
  }

  /** The milestone that a feature belongs to. */
  public static CompanyMilestone of(FeatureKey feature) {
    return Arrays.stream(values())
        .filter(milestone -> milestone.tests == feature.tests())
        .findFirst()
        .orElseThrow();
  }

  /**
   * @throws IllegalArgumentException when there is none of this name
   */
  public static CompanyMilestone of(String code) {
    return Arrays.stream(values())
        .filter(milestone -> milestone.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No milestone is called " + code));
  }

  /** The lowest that so many tests don't reach; empty at the top. */
  public static Optional<CompanyMilestone> after(long completed) {
    return Arrays.stream(values()).filter(milestone -> completed < milestone.tests).findFirst();
  }
}
