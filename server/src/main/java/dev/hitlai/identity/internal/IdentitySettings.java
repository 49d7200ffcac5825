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
 * @param emailVerification how long a link that proves an address works
 * @param passwordReset how long a link to choose a new password works
 * @param secondFactor how long the code may take after the password was right
 * @param erasureGrace how long the erasure of an account, or closing a company, can be called off
 * @param firstAdmin how long the link that makes the first administrator works
 * @param loginsPerMinute tries from one address
 * @param signupsPerHour accounts made from one address
 * @param resetsPerHour new passwords asked for from one address
 * @param mailsPerHour mails of one kind, such as to prove an address, for one person or address
 */
@Validated
@ConfigurationProperties("hitlai.identity")
public record IdentitySettings(
    @DefaultValue("19456") @Min(64) @Max(1_048_576) int argon2MemoryKib,
    @DefaultValue("2") @Min(1) @Max(20) int argon2Iterations,
    @DefaultValue("15m") Duration accessToken,
    @DefaultValue("30d") Duration refreshToken,
    @DefaultValue("7d") Duration invitation,
    @DefaultValue("3d") Duration emailVerification,
    @DefaultValue("1h") Duration passwordReset,
    @DefaultValue("5m") Duration secondFactor,
    @DefaultValue("14d") Duration erasureGrace,
    @DefaultValue("24h") Duration firstAdmin,
    @DefaultValue("20") @Min(1) int loginsPerMinute,
    @DefaultValue("20") @Min(1) int signupsPerHour,
    @DefaultValue("20") @Min(1) int resetsPerHour,
    @DefaultValue("5") @Min(1) int mailsPerHour) {}
