package dev.hitlai.models;

import java.util.Locale;

/** Who runs a model. */
public enum Tier {
  EXTERNAL("External"),
  FINE_TUNED("Fine-tuned"),
  SELF_HOSTED("Self-hosted");

  private final String label;

  Tier(String label) {
    this.label = label;
  }

  /** As people read it. */
  public String label() {
    return label;
  }

  /** As schema and API spell it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException when there is none of this name
   */
  public static Tier of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
