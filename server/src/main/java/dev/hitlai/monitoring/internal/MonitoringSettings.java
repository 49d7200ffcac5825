package dev.hitlai.monitoring.internal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is kept of requests and measurements, from {@code hitlai.monitoring.*}.
 *
 * @param writeEvery how often what was gathered is written; as long as a crash may lose
 * @param callsPerMinute API requests of one route that a server logs whole in a minute; beyond that
 *     one of {@code sampleOneOf}. Counts and latencies stay exact
 * @param sampleOneOf 2 to 100000
 * @param queue requests that wait to be written at most; what comes on top is counted and dropped
 * @param metricsPort port on which {@code /metrics} answers without a login, for Prometheus; 0 for
 *     none
 * @param metricsHost where that port listens
 */
@Validated
@ConfigurationProperties("hitlai.monitoring")
public record MonitoringSettings(
    @DefaultValue("1s") Duration writeEvery,
    @DefaultValue("600") @Min(1) @Max(1_000_000) int callsPerMinute,
    @DefaultValue("100") @Min(2) @Max(100_000) int sampleOneOf,
    @DefaultValue("10000") @Min(10) @Max(1_000_000) int queue,
    @DefaultValue("0") @Min(0) @Max(65_535) int metricsPort,
    @DefaultValue("127.0.0.1") String metricsHost) {}
