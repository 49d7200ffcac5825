package dev.hitlai.health.internal.subscriptions;

import dev.hitlai.health.internal.incidents.IncidentSeverity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, or a program, that hears of incidents and maintenance.
 *
 * @param email null of a program
 * @param webhookUrl null of a person
 * @param monitorIds empty means of all public monitors
 * @param minSeverity incidents that are less bad are kept from them
 * @param verified whether they confirmed it
 * @param pausedReason why nothing is sent; null while something is
 */
public record Subscription(
    UUID id,
    @Nullable String email,
    @Nullable String webhookUrl,
    List<UUID> monitorIds,
    boolean incidents,
    boolean maintenance,
    boolean resolution,
    IncidentSeverity minSeverity,
    boolean active,
    boolean verified,
    @Nullable Instant verifiedAt,
    @Nullable Instant pausedAt,
    @Nullable String pausedReason,
    @Nullable Instant lastToldAt,
    Instant createdAt) {
  public Subscription {
    monitorIds = List.copyOf(monitorIds);
  }

  /** Whom to write to. */
  public String target() {
    return String.valueOf(email == null ? webhookUrl : email);
  }
}
