package dev.hitlai.health.internal.status;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Announced work as the public reads it.
 *
 * @param status scheduled, in_progress, verifying or completed
 * @param impact critical, major, minor or none
 * @param from when it began, or is planned to
 * @param monitorIds the parts it concerns
 * @param updates newest first
 */
public record StatusMaintenance(
    UUID key,
    String id,
    String name,
    String status,
    String impact,
    Instant from,
    Instant until,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant endedAt,
    Set<UUID> monitorIds,
    List<StatusIncident.Update> updates) {

  public StatusMaintenance {
    monitorIds = Set.copyOf(monitorIds);
    updates = List.copyOf(updates);
  }

  public boolean isUpcoming() {
    return status.equals("scheduled");
  }

  public boolean isActive() {
    return status.equals("in_progress") || status.equals("verifying");
  }
}
