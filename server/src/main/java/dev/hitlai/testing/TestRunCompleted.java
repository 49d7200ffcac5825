package dev.hitlai.testing;

import java.time.Instant;
import java.util.UUID;

/** A test run came to its good end; published in the transaction that completed it. */
public record TestRunCompleted(UUID testRunId, UUID testRequestId, UUID companyId, Instant at) {}
