package dev.hitlai.health;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a monitor did in a period. The five times add up to the period (of the running one, to the
 * part that has passed).
 *
 * @param upMs milliseconds up, {@code degradedMs} of them slow
 * @param uptimePercent up / (up + down); null when neither was seen
 * @param coveragePercent how much of the time outside maintenance was seen
 * @param p50Ms of response times of checks that got an answer; null when none did
 * @param requests of real traffic; {@code failedRequests} of them answered with a failure of ours
 * @param costUsd of checks and requests
 */
public record UptimeFigures(
    UUID monitorId,
    Instant from,
    Instant until,
    long upMs,
    long degradedMs,
    long downMs,
    long maintenanceMs,
    long unknownMs,
    @Nullable BigDecimal uptimePercent,
    BigDecimal coveragePercent,
    int checks,
    int failedChecks,
    @Nullable Double averageMs,
    @Nullable Double minMs,
    @Nullable Double maxMs,
    @Nullable Double p50Ms,
    @Nullable Double p95Ms,
    @Nullable Double p99Ms,
    long requests,
    long failedRequests,
    int incidents,
    BigDecimal costUsd) {}
