package dev.hitlai.health.internal.maintenance;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Planned work.
 *
 * @param affected ids or endpoints of the platform's monitors; empty means all of them
 * @param actualStart null before it began
 * @param actualEnd null before it ended
 */
public record Window(
    UUID id,
    String title,
    String description,
    List<String> affected,
    Impact impact,
    Status status,
    Instant scheduledStart,
    Instant scheduledEnd,
    @Nullable Instant actualStart,
    @Nullable Instant actualEnd,
    @Nullable Integer durationMinutes,
    String publicMessage,
    String internalNotes,
    Instant createdAt,
    Instant updatedAt) {

  /** What users notice while it goes on. */
  public enum Impact {
    FULL_OUTAGE("Nothing works"),
    PARTIAL_OUTAGE("Some things don't work"),
    DEGRADED_PERFORMANCE("Slower than usual"),
    NO_IMPACT("Nothing to notice");

    private final String label;

    Impact(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Impact of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** Where it stands; only forward. */
  public enum Status {
    SCHEDULED("Scheduled"),
    IN_PROGRESS("In progress"),
    COMPLETED("Completed"),
    CANCELLED("Cancelled");

    private final String label;

    Status(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Status of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  public Window {
    affected = List.copyOf(affected);
  }

  /** From when on it is in force, or was. */
  public Instant begins() {
    return actualStart == null ? scheduledStart : actualStart;
  }

  public Instant ends() {
    return actualEnd == null ? scheduledEnd : actualEnd;
  }

  /** Whether it can still change how things go. */
  public boolean isOpen() {
    return status == Status.SCHEDULED || status == Status.IN_PROGRESS;
  }

  boolean concerns(UUID monitorId, String endpoint) {
    return affected.isEmpty()
        || affected.contains(endpoint)
        || affected.contains(monitorId.toString());
  }
}
