package dev.hitlai.health.web.api;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.health.BodyCondition;
import dev.hitlai.health.MonitorKind;
import dev.hitlai.health.internal.MonitorDraft;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is sent of a monitor; what isn't sent stays as it is, or as is usual for a new one. */
record MonitorBody(
    @Nullable @Schema(allowableValues = {"http", "tcp", "dns", "internal"}) String kind,
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
    @Nullable Set<@NotNull Integer> statuses,
    @Nullable List<@NotNull Condition> conditions,
    @Nullable Integer warningMs,
    @Nullable Integer criticalMs,
    @Nullable Integer certificateWarningDays,
    @Nullable Set<@NotNull String> addresses,
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
    @Nullable Set<@NotNull UUID> parents) {

  /**
   * What the answer must hold.
   *
   * @param kind contains, lacks, json_equals or json_exists
   * @param path of the JSON conditions, a JSON pointer
   */
  record Condition(@Nullable String kind, @Nullable String path, @Nullable String value) {
    BodyCondition read() {
      try {
        return new BodyCondition(
            BodyCondition.Kind.valueOf(String.valueOf(kind).toUpperCase(Locale.ROOT)),
            path == null ? "" : path,
            value == null ? "" : value);
      } catch (IllegalArgumentException e) {
        throw ApiProblem.invalid(
            "conditions",
            "must be contains or lacks with a value, json_equals or json_exists with a pointer");
      }
    }
  }

  MonitorDraft draft() {
    var read = new ArrayList<BodyCondition>();
    if (conditions != null) {
      conditions.forEach(condition -> read.add(condition.read()));
    }
    return new MonitorDraft(
        kind == null ? null : kindOf(kind),
        endpoint,
        method,
        name,
        description,
        category,
        active,
        isPublic,
        url,
        headers,
        body,
        followRedirects,
        verifyCertificate,
        dnsRecordType,
        statuses,
        conditions == null ? null : read,
        warningMs,
        criticalMs,
        certificateWarningDays,
        addresses,
        enabled,
        intervalSeconds,
        timeoutMs,
        failureThreshold,
        successThreshold,
        slaUptimePercent,
        slaResponseTimeMs,
        errorRateWarningPercent,
        errorRateCriticalPercent,
        costPerRequestUsd,
        maintenance,
        maintenanceMessage,
        maintenanceUntil,
        parents);
  }

  private static MonitorKind kindOf(String kind) {
    try {
      return MonitorKind.of(kind);
    } catch (IllegalArgumentException e) {
      throw ApiProblem.invalid("kind", "must be http, tcp, dns or internal");
    }
  }
}
