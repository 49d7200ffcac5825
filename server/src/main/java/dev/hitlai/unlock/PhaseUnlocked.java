package dev.hitlai.unlock;

import java.time.Instant;

/**
 * The platform entered a phase; published in the transaction that found its conditions met. Runs
 * that are under way keep what they began with.
 *
 * @param phase 2 to 4
 * @param completed tests of everybody at that moment
 */
public record PhaseUnlocked(int phase, long completed, Instant at) {}
