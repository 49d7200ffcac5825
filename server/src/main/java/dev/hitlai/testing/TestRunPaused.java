package dev.hitlai.testing;

import java.time.Instant;
import java.util.UUID;

/** The AI's part of a hybrid run is done and people have to confirm what it found. */
public record TestRunPaused(UUID testRunId, UUID testRequestId, UUID companyId, Instant at) {}
