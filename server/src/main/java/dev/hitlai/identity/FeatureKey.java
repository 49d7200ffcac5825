package dev.hitlai.identity;

import java.util.Locale;

/** What a company's milestones open; the names of the schema and the API are in lower case. */
public enum FeatureKey {
  ADVANCED_ANALYTICS("Advanced analytics", 1_000),
  CUSTOM_PERSONAS("Custom personas", 1_000),
  API_ACCESS("API access", 1_000),
  PRIORITY_SUPPORT("Priority support", 1_000),
  WHITE_LABEL("White-label reports", 5_000),
  DEDICATED_ACCOUNT_MANAGER("Dedicated account manager", 5_000),
  CUSTOM_INTEGRATIONS("Custom integrations", 5_000),
  ADVANCED_AI_MODELS("Advanced AI models", 5_000),
  ENTERPRISE_SLA("Enterprise SLA", 10_000),
  CUSTOM_AI_TRAINING("Custom AI training", 10_000),
  UNLIMITED_SEATS("Unlimited seats", 10_000),
  STRATEGIC_PARTNERSHIP("Strategic partnership", 10_000);

  private final String label;
  private final int tests;

  FeatureKey(String label, int tests) {
    this.label = label;
    this.tests = tests;
  }

  /** As people read it. */
  public String label() {
    return label;
  }

  /** Completed tests of the company that open it. */
  public int tests() {
    return tests;
  }

  /** As schema, API and addresses spell it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException when there is none of this name
   */
  public static FeatureKey of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
