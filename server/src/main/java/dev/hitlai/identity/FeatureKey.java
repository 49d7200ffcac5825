package dev.hitlai.identity;

import java.util.Locale;

/** What a company's milestones open; the names of the schema and the API are in lower case. */
public enum FeatureKey {
  ADVANCED_ANALYTICS(
      "Advanced analytics",
      1_000,
      "Findings over time, success by persona, the rules broken most often, what keeps coming back,"
          + " and the score of each site, with CSV."),
  CUSTOM_PERSONAS(
      "Custom personas", 1_000, "Describe your own users and let AI testers act as them."),
  API_ACCESS(
      "API access",
      1_000,
      "Keys for your programs, such as a build, to ask for tests and read reports."),
  PRIORITY_SUPPORT(
      "Priority support",
      1_000,
      "Your tests are taken first from the queue, and your messages are answered first."),
  WHITE_LABEL(
      "White-label reports",
      5_000,
      "Reports with your logo, your colours and your name, and without ours."),
  DEDICATED_ACCOUNT_MANAGER(
      "Dedicated account manager",
      5_000,
      "A person of ours who knows your company, with a direct line."),
  CUSTOM_INTEGRATIONS(
      "Custom integrations", 5_000, "Slack and further webhooks for what happens in your tests."),
  ADVANCED_AI_MODELS("Advanced AI models", 5_000, "The strongest models for your tests."),
  ENTERPRISE_SLA("Enterprise SLA", 10_000, "Agreed response times and availability, in writing."),
  CUSTOM_AI_TRAINING(
      "Custom AI training", 10_000, "An AI tester trained on the corrections of your own team."),
  UNLIMITED_SEATS("Unlimited seats", 10_000, "As many members as your company has people."),
  STRATEGIC_PARTNERSHIP(
      "Strategic partnership",
      10_000,
      "A workspace with us: our roadmap and your votes, and what we develop together.");

  private final String label;
  private final int tests;
  private final String about;

  FeatureKey(String label, int tests, String about) {
    this.label = label;
    this.tests = tests;
    this.about = about;
  }

  /** As people read it. */
  public String label() {
    return label;
  }

  /** What it is, in one sentence. */
  public String about() {
    return about;
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
