package dev.hitlai.health.internal.alerts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One time a rule fired.
 *
 * @param monitor name of the monitor, or its endpoint when it is gone
 * @param value that fired it; {@code worst} is furthest beyond the threshold
 * @param notificationsSent to how many people and programs it went
 * @param waitsToBeTold it fired while its rule was snoozed; it is told afterwards if it still fires
 * @param acknowledgedBy who looks after it; null while nobody does, or of one who was erased
 */
public record Firing(
    UUID id,
    @Nullable UUID ruleId,
    String ruleName,
    @Nullable UUID monitorId,
    String monitor,
    String metric,
    double value,
    double worst,
    double threshold,
    String severity,
    boolean test,
    @Nullable UUID incidentId,
    int notificationsSent,
    boolean resolved,
    Instant triggeredAt,
    @Nullable Instant resolvedAt,
    @Nullable String resolutionNotes,
    boolean waitsToBeTold,
    @Nullable Instant acknowledgedAt,
    @Nullable UUID acknowledgedBy) {

  /** With its unit. */
  public String said(double number) {
    String unit = Metric.of(metric).unit();
    return dev.hitlai.web.view.Say.decimal(number, 2) + (unit.isEmpty() ? "" : " " + unit);
  }
}
