package dev.hitlai.health.internal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How monitors are checked, from {@code hitlai.health.*}.
 *
 * @param enabled whether this server makes checks; others on the same database go on
 * @param allowPrivateHosts whether companies may watch what stands on this machine and on private
 *     networks; when not said, only if the server itself listens on a loopback address
 * @param monitorsPerCompany how many monitors a company may have; 0 to 10000
 * @param shortestCompanyInterval seconds between two checks of a company's monitor, at least
 */
@Validated
@ConfigurationProperties("hitlai.health")
public record HealthSettings(
    @DefaultValue("true") boolean enabled,
    @Nullable Boolean allowPrivateHosts,
    @DefaultValue("10") @Min(0) @Max(10_000) int monitorsPerCompany,
    @DefaultValue("30") @Min(1) @Max(86_400) int shortestCompanyInterval) {}
