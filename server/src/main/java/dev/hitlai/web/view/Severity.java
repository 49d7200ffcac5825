package dev.hitlai.web.view;

import java.util.Locale;

/** How bad a finding is, as people see it: a colour, an icon shape and a word. */
public enum Severity {
  CRITICAL("Critical", Icon.SEVERITY_CRITICAL),
  HIGH("High", Icon.SEVERITY_HIGH),
  MEDIUM("Medium", Icon.SEVERITY_MEDIUM),
  LOW("Low", Icon.SEVERITY_LOW);

  private final String word;
  private final Icon icon;

  Severity(String word, Icon icon) {
    this.word = word;
    this.icon = icon;
  }

  /**
   * Reads the word the database and the API use.
   *
   * @throws IllegalArgumentException when it is none of critical, high, medium, low
   */
  public static Severity of(String value) {
    return valueOf(value.toUpperCase(Locale.ROOT));
  }

  public String word() {
    return word;
  }

  public Icon icon() {
    return icon;
  }

  public String css() {
    return name().toLowerCase(Locale.ROOT);
  }
}
