package dev.hitlai.aitester.gate;

import java.util.Locale;

/** What every finding is checked for. */
public enum Gate {
  /** Whether what it claims agrees with what the browser kept. */
  HALLUCINATION("Hallucination"),
  /** Whether work stands behind it: cause, effect and cure in its own words. */
  LAZINESS("Laziness"),
  /** Whether all is there that somebody needs who is to repair it. */
  COMPLETENESS("Completeness"),
  /** Whether somebody who never saw the page finds the spot. */
  SPECIFICITY("Specificity");

  private final String label;

  Gate(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** The word of the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
