package dev.hitlai.recording.internal.bots;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * From which probability on something follows, from {@code hitlai.recording.bots.*}.
 *
 * @param review a person looks at the session, and what a tester earned by it is held
 * @param likely it counts as a program's
 */
@Validated
@ConfigurationProperties("hitlai.recording.bots")
public record BotSettings(
    @DefaultValue("0.7") @DecimalMin("0") @DecimalMax("1") double review,
    @DefaultValue("0.85") @DecimalMin("0") @DecimalMax("1") double likely) {}
