package dev.hitlai.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A person asked for the erasure of their account. Published inside the transaction of the wish.
 *
 * @param name of the person, for the salutation
 * @param at when it will be erased
 * @param cancelPath on this server; whoever opens it may call the erasure off
 */
public record ErasureScheduled(
    UUID userId, String email, String name, Instant at, String cancelPath) {}
