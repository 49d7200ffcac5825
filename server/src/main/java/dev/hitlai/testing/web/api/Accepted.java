package dev.hitlai.testing.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hitlai.testing.TestType;
import java.util.List;
import java.util.UUID;

/**
 * The answer to a test that was taken in.
 *
 * @param testRunId the run of the first persona, also as {@code test_run_id}
 * @param testRunIds the runs of all personas
 * @param testType what it became by the company's preferences for AI testers
 * @param notices what they changed, a sentence each
 * @param statusUrl where to look how it goes
 */
public record Accepted(
    boolean success,
    UUID testRunId,
    @JsonProperty("test_run_id") UUID sameTestRunId,
    UUID testRequestId,
    List<UUID> testRunIds,
    String testType,
    List<String> notices,
    String status,
    String statusUrl) {

  static Accepted of(
      UUID requestId, List<UUID> runIds, TestType type, List<String> notices, String status) {
    UUID first = runIds.getFirst();
    return new Accepted(
        true,
        first,
        first,
        requestId,
        runIds,
        type.code(),
        notices,
        status,
        "/api/test-runs/" + first);
  }
}
