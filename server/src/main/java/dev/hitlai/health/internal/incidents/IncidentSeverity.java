package dev.hitlai.health.internal.incidents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Locale;

/** How bad it is, the worst first. */
public enum IncidentSeverity {
  CRITICAL("Critical", Duration.ofHours(1)),
  MAJOR("Major", Duration.ofHours(4)),
  MINOR("Minor", Duration.ofHours(24)),
  MAINTENANCE("Maintenance", Duration.ofHours(24));

  private final String label;
  private final Duration patience;

  IncidentSeverity(String label, Duration patience) {
    this.label = label;
    this.patience = patience;
  }

  public String label() {
    return label;
  }

  /** How long it may be open before somebody is reminded, and between reminders. */
  Duration patience() {
    return patience;
  }

  /** Whether this is as bad as that, or worse. */
  public boolean isAtLeast(IncidentSeverity other) {
    return ordinal() <= other.ordinal();
  }

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException for a word that is none of them
   */
  public static IncidentSeverity of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
