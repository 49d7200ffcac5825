package dev.hitlai.testers;

import java.time.Instant;
import java.util.UUID;

/**
 * A tester's test was accepted. Published inside the transaction that accepted it, as the platform.
 *
 * @param testsCompleted by the tester altogether, this one included
 */
public record TestAccepted(UUID testerId, int testsCompleted, Instant at) {}
