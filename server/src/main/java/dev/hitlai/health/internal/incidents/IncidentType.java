package dev.hitlai.health.internal.incidents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What users notice. */
public enum IncidentType {
  DOWNTIME("Down"),
  DEGRADED_PERFORMANCE("Slow"),
  HIGH_ERROR_RATE("Many errors"),
  TIMEOUT("No answer in time");

  private final String label;

  IncidentType(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException for a word that is none of them
   */
  public static IncidentType of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
