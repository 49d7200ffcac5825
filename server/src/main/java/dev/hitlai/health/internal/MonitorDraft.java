package dev.hitlai.health.internal;

import dev.hitlai.health.BodyCondition;
import dev.hitlai.health.MonitorKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody entered of a monitor. Null leaves a value as it is, or as is usual for a new one.
 *
 * @param headers replace all; one with an empty value keeps the value it had, since these are shown
 *     to nobody
 * @param body empty for none
 * @param maintenance whether maintenance is switched on by hand
 */
public record MonitorDraft(
    @Nullable MonitorKind kind,
    @Nullable String endpoint,
    @Nullable String method,
    @Nullable String name,
    @Nullable String description,
    @Nullable String category,
    @Nullable Boolean active,
    @Nullable Boolean isPublic,
    @Nullable String url,
    @Nullable Map<String, String> headers,
    @Nullable String body,
    @Nullable Boolean followRedirects,
    @Nullable Boolean verifyCertificate,
    @Nullable String dnsRecordType,
    @Nullable Set<Integer> statuses,
    @Nullable List<BodyCondition> conditions,
    @Nullable Integer warningMs,
    @Nullable Integer criticalMs,
    @Nullable Integer certificateWarningDays,
    @Nullable Set<String> addresses,
    @Nullable Boolean enabled,
    @Nullable Integer intervalSeconds,
    @Nullable Integer timeoutMs,
    @Nullable Integer failureThreshold,
    @Nullable Integer successThreshold,
    @Nullable BigDecimal slaUptimePercent,
    @Nullable Integer slaResponseTimeMs,
    @Nullable BigDecimal errorRateWarningPercent,
    @Nullable BigDecimal errorRateCriticalPercent,
    @Nullable BigDecimal costPerRequestUsd,
    @Nullable Boolean maintenance,
    @Nullable String maintenanceMessage,
    @Nullable Instant maintenanceUntil,
    @Nullable Set<UUID> parents) {

  /** A draft of the least: what is watched where. */
  public static MonitorDraft of(MonitorKind kind, String endpoint, String name, String url) {
    return new MonitorDraft(
        kind, endpoint, null, name, null, null, null, null, url, null, null, null, null, null, null,
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, null, null);
  }
}
