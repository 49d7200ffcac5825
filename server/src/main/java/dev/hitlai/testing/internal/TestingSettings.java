package dev.hitlai.testing.internal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The operator's settings of tests ({@code hitlai.testing.…}).
 *
 * @param allowPrivateHosts whether sites on this machine and on private networks may be tested;
 *     when not said, only if the server itself listens on a loopback address
 * @param budget time of one mission of one persona
 * @param maxPages distinct pages audited in a run
 * @param maxSteps actions in a run
 * @param timeout after which an attempt counts as hung; well above the budget
 * @param firstPause before the second try after a network error
 * @param watchEvery how often a live view looks for news
 * @param artifacts folder of screenshots and other files of runs
 */
@Validated
@ConfigurationProperties("hitlai.testing")
public record TestingSettings(
    @Nullable Boolean allowPrivateHosts,
    @DefaultValue("2m") Duration budget,
    @DefaultValue("12") @Min(1) @Max(200) int maxPages,
    @DefaultValue("30") @Min(1) @Max(500) int maxSteps,
    @DefaultValue("10m") Duration timeout,
    @DefaultValue("5s") Duration firstPause,
    @DefaultValue("700ms") Duration watchEvery,
    @DefaultValue("data/artifacts") Path artifacts) {}
