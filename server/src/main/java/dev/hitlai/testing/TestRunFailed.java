package dev.hitlai.testing;

import java.time.Instant;
import java.util.UUID;

/**
 * A test run ended without a result; published in the transaction that ended it.
 *
 * @param code why, as in {@code test_runs.error_code}
 */
public record TestRunFailed(
    UUID testRunId, UUID testRequestId, UUID companyId, String code, Instant at) {}
