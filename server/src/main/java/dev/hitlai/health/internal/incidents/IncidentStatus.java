package dev.hitlai.health.internal.incidents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where the work on an incident stands. */
public enum IncidentStatus {
  INVESTIGATING("Investigating"),
  /** The cause is known. */
  IDENTIFIED("Identified"),
  /** It is over, as it seems; we look whether it stays so. */
  MONITORING("Monitoring"),
  RESOLVED("Resolved");

  private final String label;

  IncidentStatus(String label) {
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
  public static IncidentStatus of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** Whether the move is legal; what is resolved stays so: if it comes back, it is a new one. */
  public boolean mayBecome(IncidentStatus next) {
    return next(this).contains(next);
  }

  /** To where it may move, with where it is. */
  public List<IncidentStatus> offered() {
    return java.util.Arrays.stream(values())
        .filter(next -> next == this || mayBecome(next))
        .toList();
  }

  private static Set<IncidentStatus> next(IncidentStatus from) {
    return switch (from) {
      case INVESTIGATING -> Set.of(IDENTIFIED, MONITORING, RESOLVED);
      case IDENTIFIED -> Set.of(INVESTIGATING, MONITORING, RESOLVED);
      case MONITORING -> Set.of(INVESTIGATING, IDENTIFIED, RESOLVED);
      case RESOLVED -> Set.of();
    };
  }
}
