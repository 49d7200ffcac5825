package dev.hitlai.health;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a monitor does now.
 *
 * @param state {@link MonitorState#UNKNOWN} also when checks stopped coming
 * @param since when the state began
 * @param silenced down because of a parent
 * @param responseMs of the last check, milliseconds; null when it got no answer
 * @param error why the last check failed; null when it didn't
 */
public record MonitorStatus(
    UUID monitorId,
    MonitorState state,
    Instant since,
    boolean silenced,
    @Nullable Instant lastCheckedAt,
    @Nullable Double responseMs,
    @Nullable Integer statusCode,
    @Nullable String error,
    @Nullable Instant certificateExpiresAt) {}
