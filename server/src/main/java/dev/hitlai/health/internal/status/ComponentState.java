package dev.hitlai.health.internal.status;

import dev.hitlai.health.MonitorState;
import dev.hitlai.web.view.Tone;
import java.util.Locale;

/** How a part of the platform looks from outside, from best to worst. */
public enum ComponentState {
  OPERATIONAL("Operational", Tone.SUCCESS),
  UNDER_MAINTENANCE("Under maintenance", Tone.INFO),
  /** We don't see it; said to be neither well nor broken. */
  UNKNOWN("Not seen", Tone.NEUTRAL),
  DEGRADED_PERFORMANCE("Slow", Tone.WARNING),
  PARTIAL_OUTAGE("Partial outage", Tone.WARNING),
  MAJOR_OUTAGE("Outage", Tone.DANGER);

  private final String label;
  private final Tone tone;

  ComponentState(String label, Tone tone) {
    this.label = label;
    this.tone = tone;
  }

  public String label() {
    return label;
  }

  public Tone tone() {
    return tone;
  }

  /** The end of class names. */
  public String css() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * In the v2 format, which has no word for "not seen": dashboards must not show that as well, so
   * it is told as degraded.
   */
  public String code() {
    return this == UNKNOWN ? DEGRADED_PERFORMANCE.code() : name().toLowerCase(Locale.ROOT);
  }

  static ComponentState of(MonitorState state) {
    return switch (state) {
      case UP -> OPERATIONAL;
      case DEGRADED -> DEGRADED_PERFORMANCE;
      case DOWN -> MAJOR_OUTAGE;
      case MAINTENANCE -> UNDER_MAINTENANCE;
      case UNKNOWN -> UNKNOWN;
    };
  }

  /** What an open incident says of the parts it concerns. */
  static ComponentState ofImpact(String impact) {
    return switch (impact) {
      case "critical" -> MAJOR_OUTAGE;
      case "major" -> PARTIAL_OUTAGE;
      case "minor" -> DEGRADED_PERFORMANCE;
      default -> UNDER_MAINTENANCE;
    };
  }

  ComponentState worse(ComponentState other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
