package dev.hitlai.health.web.api;

import dev.hitlai.health.BodyCondition;
import dev.hitlai.health.Monitor;
import dev.hitlai.health.MonitorStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A monitor as programs see it.
 *
 * @param headerNames of what is sent along; the values are shown to nobody
 * @param state up, degraded, down, maintenance or unknown
 * @param since when the state began
 * @param responseMs of the last check, milliseconds
 * @param error why the last check failed
 */
public record MonitorView(
    UUID id,
    String kind,
    String endpoint,
    String method,
    String name,
    String description,
    String category,
    boolean active,
    boolean isPublic,
    String url,
    Set<String> headerNames,
    @Nullable String body,
    boolean followRedirects,
    boolean verifyCertificate,
    String dnsRecordType,
    Set<Integer> statuses,
    List<BodyCondition> conditions,
    long warningMs,
    long criticalMs,
    int certificateWarningDays,
    Set<String> addresses,
    boolean enabled,
    long intervalSeconds,
    long timeoutMs,
    int failureThreshold,
    int successThreshold,
    BigDecimal slaUptimePercent,
    long slaResponseTimeMs,
    BigDecimal costPerRequestUsd,
    boolean maintenance,
    @Nullable String maintenanceMessage,
    @Nullable Instant maintenanceUntil,
    Set<UUID> parents,
    Instant createdAt,
    String state,
    Instant since,
    boolean silenced,
    @Nullable Instant lastCheckedAt,
    @Nullable Double responseMs,
    @Nullable Integer statusCode,
    @Nullable String error,
    @Nullable Instant certificateExpiresAt) {

  static MonitorView of(Monitor monitor, MonitorStatus status) {
    var target = monitor.target();
    var expected = monitor.expectation();
    var watch = monitor.watch();
    return new MonitorView(
        monitor.id(),
        monitor.kind().code(),
        monitor.endpoint(),
        monitor.method(),
        monitor.name(),
        monitor.description(),
        monitor.category(),
        monitor.active(),
        monitor.isPublic(),
        target.url(),
        new TreeSet<>(target.headers().keySet()),
        target.body(),
        target.followRedirects(),
        target.verifyCertificate(),
        target.dnsRecordType(),
        expected.statuses(),
        expected.conditions(),
        expected.warning().toMillis(),
        expected.critical().toMillis(),
        expected.certificateWarningDays(),
        expected.addresses(),
        watch.enabled(),
        watch.interval().toSeconds(),
        watch.timeout().toMillis(),
        watch.failureThreshold(),
        watch.successThreshold(),
        monitor.promise().uptimePercent(),
        monitor.promise().responseTime().toMillis(),
        monitor.promise().costPerRequestUsd(),
        monitor.pause().on(),
        monitor.pause().message(),
        monitor.pause().until(),
        monitor.parents(),
        monitor.createdAt(),
        status.state().code(),
        status.since(),
        status.silenced(),
        status.lastCheckedAt(),
        status.responseMs(),
        status.statusCode(),
        status.error(),
        status.certificateExpiresAt());
  }
}
