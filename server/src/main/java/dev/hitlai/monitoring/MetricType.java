package dev.hitlai.monitoring;

import java.util.Locale;

/** What kind of operation was measured. */
public enum MetricType {
  API_LATENCY("Routes"),
  DB_QUERY("Database"),
  AI_INFERENCE("AI agents"),
  PAGE_LOAD("Page loads"),
  BROWSER_ACTION("Browser actions");

  private final String label;

  MetricType(String label) {
    this.label = label;
  }

  /** As people read it. */
  public String label() {
    return label;
  }

  /** As in the database: {@code api_latency}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException for a word that is none of them
   */
  public static MetricType of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
