package dev.hitlai.testing.web.tester;

import dev.hitlai.testing.internal.people.DisputeReader.Dispute;
import dev.hitlai.testing.web.pages.FindingRow;
import dev.hitlai.testing.web.pages.Words;
import dev.hitlai.web.view.Option;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Something that people don't agree on.
 *
 * @param finding null for a rating
 * @param voices what each tester says, without names
 * @param outcome empty while it is open
 */
public record DisputeRow(
    UUID id,
    String kind,
    String test,
    String testHref,
    String reason,
    @Nullable FindingRow finding,
    List<String> voices,
    String rating,
    String outcome,
    String resolution,
    String decidedBy,
    Instant createdAt) {

  static DisputeRow of(Dispute dispute) {
    return new DisputeRow(
        dispute.id(),
        kind(dispute),
        dispute.runTitle(),
        "/company/tests/" + dispute.runId(),
        dispute.reason(),
        dispute.issue() == null ? null : FindingRow.of(dispute.issue()),
        IntStream.range(0, dispute.voices().size())
            .mapToObj(i -> "Tester " + (i + 1) + " says " + dispute.voices().get(i).words())
            .toList(),
        dispute.rating() == null ? "" : dispute.rating() + " of 5",
        dispute.outcome() == null ? "" : Words.title(dispute.outcome()),
        dispute.resolution() == null ? "" : dispute.resolution(),
        dispute.resolvedAs() == null ? "" : dispute.resolvedAs(),
        dispute.createdAt());
  }

  private static String kind(Dispute dispute) {
    return switch (dispute.kind()) {
      case "disagreement" -> "Testers disagree";
      case "expert_review" -> "Takes an expert";
      case "verdict" -> "Verdict disputed by a " + dispute.raisedAs();
      default -> "Rating disputed by a " + dispute.raisedAs();
    };
  }

  public boolean ofRating() {
    return finding == null;
  }

  /** What can be decided. */
  public List<Option> choices() {
    return ofRating()
        ? List.of(
            Option.of("upheld", "The rating stays"),
            Option.of("annulled", "The rating does not count"))
        : Choice.verdicts();
  }
}
