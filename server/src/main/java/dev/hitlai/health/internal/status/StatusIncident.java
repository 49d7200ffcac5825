package dev.hitlai.health.internal.status;

import dev.hitlai.web.view.Tone;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident as the public reads it.
 *
 * @param status investigating, identified, monitoring, resolved or postmortem
 * @param impact critical, major, minor or maintenance
 * @param monitorIds the parts it concerns
 * @param updates newest first
 */
public record StatusIncident(
    UUID key,
    String id,
    String name,
    String status,
    String impact,
    Instant startedAt,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant monitoringAt,
    @Nullable Instant resolvedAt,
    Set<UUID> monitorIds,
    List<Update> updates) {

  /** Something that was said of it. */
  public record Update(String id, String status, String body, Instant at) {}

  public StatusIncident {
    monitorIds = Set.copyOf(monitorIds);
    updates = List.copyOf(updates);
  }

  public boolean isOpen() {
    return resolvedAt == null;
  }

  public String impactWords() {
    return switch (impact) {
      case "critical" -> "Critical";
      case "major" -> "Major";
      case "minor" -> "Minor";
      default -> "Maintenance";
    };
  }

  public Tone tone() {
    return switch (impact) {
      case "critical", "major" -> Tone.DANGER;
      case "minor" -> Tone.WARNING;
      default -> Tone.INFO;
    };
  }

  /** As people read it, such as "Investigating". */
  public static String words(String status) {
    return switch (status) {
      case "postmortem" -> "Post-mortem";
      case "in_progress" -> "In progress";
      default -> Character.toUpperCase(status.charAt(0)) + status.substring(1);
    };
  }
}
