package dev.hitlai.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody failed to log in.
 *
 * @param userId null when no account has the e-mail
 * @param reason as in {@code login_attempts.failure_reason}
 * @param tried stands for the e-mail that was tried, without giving it away
 * @param failuresInARow of this account; 0 when there is none
 */
public record LoginRefused(
    @Nullable UUID userId, String reason, String address, String tried, int failuresInARow) {}
