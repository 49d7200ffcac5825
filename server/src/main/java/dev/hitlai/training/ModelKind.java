package dev.hitlai.training;

import java.util.Locale;

/** What an own model is for. */
public enum ModelKind {
  CALIBRATOR("Calibrator", "How likely a finding is right; decides who has to look at it."),
  SEVERITY("Severity model", "How grave people will call a finding."),
  REWARD("Reward model", "Which of two findings people would rather have."),
  TESTER("Tester", "How the built-in tester's mind weighs and times things."),
  HOSTED("Hosted model", "A language model tuned by a service with an OpenAI-compatible API.");

  private final String label;
  private final String about;

  ModelKind(String label, String about) {
    this.label = label;
    this.about = about;
  }

  public String label() {
    return label;
  }

  public String about() {
    return about;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException when there is no such kind
   */
  public static ModelKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
