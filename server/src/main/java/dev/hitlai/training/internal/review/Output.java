package dev.hitlai.training.internal.review;

import dev.hitlai.testing.AiFinding;
import dev.hitlai.testing.FindingFacts;
import dev.hitlai.training.internal.jooq.tables.records.AiOutputsRecord;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A finding of an AI in the queue of reviews.
 *
 * @param calibrated how likely it is right, by the model that was live when it came in
 * @param gold the known answer; null for an ordinary one
 * @param state open, adjudication or decided
 * @param label how right it is by all words so far; null before the first
 */
public record Output(
    UUID id,
    @Nullable UUID issueId,
    UUID runId,
    UUID companyId,
    FindingFacts facts,
    AiFinding.SeenBy seenBy,
    String modelVersion,
    double calibrated,
    double priority,
    int wanted,
    @Nullable String gold,
    String state,
    @Nullable String escalationReason,
    @Nullable Double label,
    Instant at) {
  private static final JsonMapper JSON = JsonMapper.shared();

  static Output of(AiOutputsRecord row) {
    return new Output(
        row.getId(),
        row.getIssueId(),
        row.getTestRunId(),
        row.getCompanyId(),
        JSON.readValue(row.getFacts().data(), FindingFacts.class),
        JSON.readValue(row.getSeenBy().data(), AiFinding.SeenBy.class),
        row.getModelVersion(),
        row.getCalibrated().doubleValue(),
        row.getPriority().doubleValue(),
        row.getWanted(),
        row.getGoldVerdict(),
        row.getState(),
        row.getEscalationReason(),
        row.getLabel() == null ? null : row.getLabel().doubleValue(),
        row.getCreatedAt());
  }
}
