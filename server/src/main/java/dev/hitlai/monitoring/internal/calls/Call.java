package dev.hitlai.monitoring.internal.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One API request as it is logged: already without secrets.
 *
 * @param endpoint the route's pattern
 * @param query JSON, null without one
 * @param auth jwt, api_key or session; null for nobody we know
 * @param error why it was refused or failed
 */
record Call(
    UUID id,
    Instant at,
    String method,
    String endpoint,
    String path,
    @Nullable String query,
    @Nullable UUID userId,
    @Nullable UUID companyId,
    String address,
    @Nullable String agent,
    @Nullable String requestBody,
    int status,
    @Nullable String responseBody,
    Duration took,
    @Nullable String auth,
    @Nullable String error) {}
