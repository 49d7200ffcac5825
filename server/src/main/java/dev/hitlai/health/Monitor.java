package dev.hitlai.health;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is checked, and what counts as well.
 *
 * @param companyId whose it is; null means the platform's own
 * @param endpoint what it is known by, such as {@code /api/test-runs}; with the method unique for
 *     its owner
 * @param active false takes it off every page; {@link Watch#enabled} only pauses the checks
 * @param isPublic whether the public status page shows it
 * @param parents monitors it depends on: while one is down, its own failure is no news
 */
public record Monitor(
    UUID id,
    @Nullable UUID companyId,
    MonitorKind kind,
    String endpoint,
    String method,
    String name,
    String description,
    String category,
    boolean active,
    boolean isPublic,
    Target target,
    Expectation expectation,
    Watch watch,
    Promise promise,
    Pause pause,
    Set<UUID> parents,
    Instant createdAt) {

  /**
   * Where to look.
   *
   * @param url address, {@code tcp://host:port}, {@code dns:name} or {@code internal:part}
   * @param headers sent along; may hold secrets, so show their names only
   * @param body sent along; null for none
   */
  public record Target(
      String url,
      Map<String, String> headers,
      @Nullable String body,
      boolean followRedirects,
      boolean verifyCertificate,
      String dnsRecordType) {}

  /**
   * What a good answer looks like.
   *
   * @param warning slower is degraded
   * @param critical slower is degraded, too, and rules may alert on it
   * @param certificateWarningDays a certificate that ends sooner is degraded; 0 switches it off
   * @param addresses what a name must lead to; empty takes any answer
   */
  public record Expectation(
      Set<Integer> statuses,
      List<BodyCondition> conditions,
      Duration warning,
      Duration critical,
      int certificateWarningDays,
      Set<String> addresses) {}

  /**
   * How it is looked at.
   *
   * @param timeout of a whole check, looking up the name and TLS included
   * @param failureThreshold failures in a row that make it down
   * @param successThreshold successes in a row that end that
   */
  public record Watch(
      boolean enabled,
      Duration interval,
      Duration timeout,
      int failureThreshold,
      int successThreshold) {}

  /**
   * What was promised of it, and what it costs.
   *
   * @param uptimePercent per month, such as 99.90
   * @param costPerRequestUsd for each request and check
   */
  public record Promise(
      BigDecimal uptimePercent,
      Duration responseTime,
      BigDecimal errorRateWarningPercent,
      BigDecimal errorRateCriticalPercent,
      BigDecimal costPerRequestUsd) {}

  /**
   * Maintenance that was switched on by hand, beside planned windows.
   *
   * @param until null means until it is switched off
   */
  public record Pause(boolean on, @Nullable String message, @Nullable Instant until) {
    public boolean isOn(Instant now) {
      return on && (until == null || now.isBefore(until));
    }
  }
}
