package dev.hitlai.testing.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;

/**
 * The answer to a test that was taken in.
 *
 * @param testRunId the run of the first persona, also as {@code test_run_id}
 * @param testRunIds the runs of all personas
 * @param statusUrl where to look how it goes
 */
public record Accepted(
    boolean success,
    UUID testRunId,
    @JsonProperty("test_run_id") UUID sameTestRunId,
    UUID testRequestId,
    List<UUID> testRunIds,
    String status,
    String statusUrl) {

  static Accepted of(UUID requestId, List<UUID> runIds, String status) {
    UUID first = runIds.getFirst();
    return new Accepted(true, first, first, requestId, runIds, status, "/api/test-runs/" + first);
  }
}
