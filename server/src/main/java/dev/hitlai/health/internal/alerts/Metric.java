package dev.hitlai.health.internal.alerts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a rule looks at. */
public enum Metric {
  /** Mean of the answers of the last checks, in milliseconds. */
  RESPONSE_TIME("Response time", "ms"),
  /** How many of a hundred checks, or of our users' requests, failed. */
  ERROR_RATE("Error rate", "%"),
  /** Time up of the last 24 hours, in percent. */
  UPTIME("Uptime of 24 hours", "%"),
  /** Requests of our users in the last 5 minutes. */
  REQUEST_COUNT("Requests in 5 minutes", ""),
  /** How many times faster than allowed the error budget is used up. */
  BURN_RATE("Burn rate", "×");

  private final String label;
  private final String unit;

  Metric(String label, String unit) {
    this.label = label;
    this.unit = unit;
  }

  public String label() {
    return label;
  }

  /** Behind a value; may be empty. */
  public String unit() {
    return unit;
  }

  /** As in the database and the API. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static List<String> codes() {
    return Arrays.stream(values()).map(Metric::code).toList();
  }

  /**
   * @throws IllegalArgumentException for a word that is none of them
   */
  public static Metric of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
