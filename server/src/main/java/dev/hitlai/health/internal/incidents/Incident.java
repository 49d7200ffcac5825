package dev.hitlai.health.internal.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident as people see it.
 *
 * @param companyId whose monitor it is; null means the platform's own
 * @param cause outage, rule or hand
 * @param averageResponseMs of the checks while it lasted; null before it is over, or when none
 *     answered
 * @param errorRate of the checks while it lasted, 0 to 1
 * @param relapses how often it seemed to be over and wasn't
 */
public record Incident(
    UUID id,
    @Nullable UUID companyId,
    @Nullable UUID monitorId,
    String endpoint,
    IncidentType type,
    IncidentSeverity severity,
    IncidentStatus status,
    String cause,
    String title,
    String description,
    String impact,
    boolean isPublic,
    int affectedUsers,
    int affectedCompanies,
    Instant startedAt,
    @Nullable Instant identifiedAt,
    @Nullable Instant monitoringAt,
    @Nullable Instant recoveredAt,
    @Nullable Instant resolvedAt,
    @Nullable Integer durationMinutes,
    int relapses,
    @Nullable Double averageResponseMs,
    @Nullable Double errorRate,
    long requestsAffected,
    @Nullable UUID ownedBy,
    @Nullable UUID mergedInto,
    @Nullable String rootCause,
    @Nullable String resolutionSteps,
    @Nullable Instant postmortemAt,
    @Nullable String internalNotes,
    Instant updatedAt) {

  public boolean isOpen() {
    return status != IncidentStatus.RESOLVED;
  }

  /** How long it took, or takes so far. */
  public Duration lasted(Instant now) {
    Instant end = resolvedAt == null ? now : resolvedAt;
    return end.isBefore(startedAt) ? Duration.ZERO : Duration.between(startedAt, end);
  }

  /**
   * What was said of it.
   *
   * @param by null when the platform itself said it
   */
  public record Update(
      UUID id,
      IncidentStatus status,
      String message,
      @Nullable String by,
      boolean isPublic,
      Instant at) {}

  /**
   * A monitor that it affects.
   *
   * @param isCause false when it only depends on one that failed
   * @param until null while it is affected
   */
  public record Affected(
      UUID monitorId,
      String name,
      boolean isCause,
      boolean isPublic,
      Instant since,
      @Nullable Instant until) {}

  /** What the checks saw. */
  public record Seen(Instant at, String monitor, String from, String to, String reason) {}
}
