package dev.hitlai.identity.internal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many days records around accounts are kept, from {@code hitlai.retention.*}; 1 to 3650.
 *
 * @param loginAttempts tries to log in, successful or not
 * @param links one-time links and refresh tokens, counted from when they expired
 * @param audit who did what
 */
@Validated
@ConfigurationProperties("hitlai.retention")
record AccountRetention(
    @DefaultValue("90") @Min(1) @Max(3650) int loginAttempts,
    @DefaultValue("30") @Min(1) @Max(3650) int links,
    @DefaultValue("730") @Min(1) @Max(3650) int audit) {}
