package dev.hitlai.testing.web.api;

import dev.hitlai.testing.internal.people.TesterBoard;
import dev.hitlai.testing.internal.people.Workbench;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tester's piece of work as the API shows it.
 *
 * @param kind {@code test} or {@code review}
 * @param run null once the work was given back
 */
public record AssignmentBody(
    UUID id,
    UUID testRunId,
    String kind,
    String status,
    @Nullable Run run,
    Instant offeredAt,
    @Nullable Instant expiresAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant startedAt,
    @Nullable Instant submittedAt) {

  public record Run(String title, String url, String mission, String persona, String platform) {}

  /**
   * The work with all that the tester needs for it.
   *
   * @param ownFindingsClosed whether the list of own findings is closed
   * @param aiFindings what the AI found; empty until the own list is closed
   * @param needVerdict those of them on which a word is needed
   */
  public record Full(
      AssignmentBody assignment,
      String context,
      String successCriteria,
      boolean ownFindingsClosed,
      List<FindingBody> aiFindings,
      List<UUID> needVerdict) {
    static Full of(AssignmentBody assignment, Workbench.Bench bench) {
      return new Full(
          assignment,
          bench.context(),
          bench.successCriteria(),
          bench.assignment().ownFindingsClosed(),
          bench.ofAi().stream().map(FindingBody::of).toList(),
          bench.needed());
    }
  }

  static AssignmentBody of(TesterBoard.Item item) {
    var work = item.assignment();
    var run = item.run();
    return new AssignmentBody(
        work.id(),
        work.runId(),
        work.review() ? "review" : "test",
        work.status().code(),
        run == null
            ? null
            : new Run(run.title(), run.url(), run.mission(), run.persona(), run.platform()),
        work.offeredAt(),
        work.expiresAt(),
        work.acceptedAt(),
        work.startedAt(),
        work.submittedAt());
  }
}
