package dev.hitlai.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * An owner asked to close a company. Published inside the transaction of the wish.
 *
 * @param by name of the owner
 * @param at when it will be closed
 */
public record ClosingScheduled(UUID companyId, String companyName, String by, Instant at) {}
