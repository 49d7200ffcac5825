package dev.hitlai.health.internal;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.Monitor.Expectation;
import dev.hitlai.health.Monitor.Pause;
import dev.hitlai.health.Monitor.Promise;
import dev.hitlai.health.Monitor.Target;
import dev.hitlai.health.Monitor.Watch;
import dev.hitlai.health.MonitorKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lays a draft over a monitor. */
final class Drafting {
  private Drafting() {}

  /** What a new monitor is like where nothing is said. */
  static Monitor fresh(UUID id, @Nullable UUID companyId, Instant now) {
    return new Monitor(
        id,
        companyId,
        MonitorKind.HTTP,
        "",
        "GET",
        "",
        "",
        "",
        true,
        false,
        new Target("", Map.of(), null, true, true, "A"),
        new Expectation(
            Set.of(200), List.of(), Duration.ofSeconds(1), Duration.ofSeconds(3), 14, Set.of()),
        new Watch(true, Duration.ofSeconds(60), Duration.ofSeconds(5), 2, 2),
        new Promise(
            new BigDecimal("99.90"),
            Duration.ofMillis(500),
            BigDecimal.valueOf(5),
            BigDecimal.valueOf(10),
            BigDecimal.ZERO),
        new Pause(false, null, null),
        Set.of(),
        now);
  }

  static Monitor over(Monitor old, MonitorDraft draft) {
    return new Monitor(
        old.id(),
        old.companyId(),
        or(draft.kind(), old.kind()),
        or(text(draft.endpoint()), old.endpoint()),
        or(upper(draft.method()), old.method()),
        or(text(draft.name()), old.name()),
        or(text(draft.description()), old.description()),
        or(text(draft.category()), old.category()),
        or(draft.active(), old.active()),
        or(draft.isPublic(), old.isPublic()),
        target(old.target(), draft),
        expectation(old.expectation(), draft),
        watch(old.watch(), draft),
        promise(old.promise(), draft),
        pause(old.pause(), draft),
        or(draft.parents(), old.parents()),
        old.createdAt());
  }

  private static Target target(Target old, MonitorDraft draft) {
    String body = draft.body();
    return new Target(
        or(text(draft.url()), old.url()),
        headers(old.headers(), draft.headers()),
        body == null ? old.body() : body.isEmpty() ? null : body,
        or(draft.followRedirects(), old.followRedirects()),
        or(draft.verifyCertificate(), old.verifyCertificate()),
        or(upper(draft.dnsRecordType()), old.dnsRecordType()));
  }

  private static Map<String, String> headers(
      Map<String, String> old, @Nullable Map<String, String> entered) {
    if (entered == null) {
      return old;
    }
    var headers = new LinkedHashMap<String, String>();
    entered.forEach(
        (name, value) ->
            headers.put(
                name.strip(),
                value == null || value.isEmpty() ? old.getOrDefault(name.strip(), "") : value));
    return headers;
  }

  private static Expectation expectation(Expectation old, MonitorDraft draft) {
    return new Expectation(
        or(draft.statuses(), old.statuses()),
        or(draft.conditions(), old.conditions()),
        millis(draft.warningMs(), old.warning()),
        millis(draft.criticalMs(), old.critical()),
        or(draft.certificateWarningDays(), old.certificateWarningDays()),
        or(draft.addresses(), old.addresses()));
  }

  private static Watch watch(Watch old, MonitorDraft draft) {
    Integer seconds = draft.intervalSeconds();
    return new Watch(
        or(draft.enabled(), old.enabled()),
        seconds == null ? old.interval() : Duration.ofSeconds(seconds),
        millis(draft.timeoutMs(), old.timeout()),
        or(draft.failureThreshold(), old.failureThreshold()),
        or(draft.successThreshold(), old.successThreshold()));
  }

  private static Promise promise(Promise old, MonitorDraft draft) {
    return new Promise(
        or(draft.slaUptimePercent(), old.uptimePercent()),
        millis(draft.slaResponseTimeMs(), old.responseTime()),
        or(draft.errorRateWarningPercent(), old.errorRateWarningPercent()),
        or(draft.errorRateCriticalPercent(), old.errorRateCriticalPercent()),
        or(draft.costPerRequestUsd(), old.costPerRequestUsd()));
  }

  private static Pause pause(Pause old, MonitorDraft draft) {
    boolean on = or(draft.maintenance(), old.on());
    if (!on) {
      return new Pause(false, null, null);
    }
    return new Pause(
        true,
        draft.maintenanceMessage() == null ? old.message() : draft.maintenanceMessage(),
        draft.maintenanceUntil() == null ? old.until() : draft.maintenanceUntil());
  }

  private static Duration millis(@Nullable Integer entered, Duration old) {
    return entered == null ? old : Duration.ofMillis(entered);
  }

  private static @Nullable String text(@Nullable String entered) {
    return entered == null ? null : entered.strip();
  }

  private static @Nullable String upper(@Nullable String entered) {
    return entered == null ? null : entered.strip().toUpperCase(Locale.ROOT);
  }

  private static <T> T or(@Nullable T entered, T old) {
    return entered == null ? old : entered;
  }
}
