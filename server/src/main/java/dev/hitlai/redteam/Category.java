package dev.hitlai.redteam;

import java.util.Locale;

/** What an attack is after. */
public enum Category {
  PROMPT_INJECTION("Prompt injection"),
  JAILBREAK("Jailbreak"),
  HALLUCINATION("Hallucination"),
  BIAS("Bias"),
  PRIVACY("Privacy"),
  DOS("Denial of service");

  private final String title;

  Category(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** As it is stored and named in files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException when there is none
   */
  public static Category of(String code) {
    return valueOf(code.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
