package dev.hitlai.health.internal.alerts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How urgent an alarm is. */
public enum AlertSeverity {
  /** Somebody has to look at once. */
  CRITICAL,
  /** Somebody has to look within days. */
  WARNING,
  INFO;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException for a word that is none of them
   */
  public static AlertSeverity of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
