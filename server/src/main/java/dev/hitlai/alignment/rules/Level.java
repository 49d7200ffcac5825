package dev.hitlai.alignment.rules;

import java.util.Locale;

/** Who laid a rule down, the highest first. A lower level tightens what a higher one says. */
public enum Level {
  UNIVERSAL("Universal"),
  PLATFORM("Platform"),
  COMPANY("Company"),
  TESTER("Tester");

  private final String label;

  Level(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** The word of the database and the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException when there is no such level
   */
  public static Level of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
