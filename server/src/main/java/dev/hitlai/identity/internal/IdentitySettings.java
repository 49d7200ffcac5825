package dev.hitlai.identity.internal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Login and accounts, from {@code hitlai.identity.*}.
 *
 * @param argon2MemoryKib memory of one password hash (Argon2id, one lane); the default with two
 *     iterations is what OWASP asks for, tests use less
 * @param argon2Iterations passes over that memory
 * @param accessToken how long a token from login is good for
 * @param refreshToken how long it can be renewed
 * @param invitation how long a link to join a company works
 * @param firstAdmin how long the link that makes the first administrator works
 * @param loginsPerMinute tries from one address
 * @param signupsPerHour accounts made from one address
 */
@Validated
@ConfigurationProperties("hitlai.identity")
public record IdentitySettings(
    @DefaultValue("19456") @Min(64) @Max(1_048_576) int argon2MemoryKib,
    @DefaultValue("2") @Min(1) @Max(20) int argon2Iterations,
    @DefaultValue("15m") Duration accessToken,
    @DefaultValue("30d") Duration refreshToken,
    @DefaultValue("7d") Duration invitation,
    @DefaultValue("24h") Duration firstAdmin,
    @DefaultValue("20") @Min(1) int loginsPerMinute,
    @DefaultValue("20") @Min(1) int signupsPerHour) {}
