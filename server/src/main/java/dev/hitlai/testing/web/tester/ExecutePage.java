package dev.hitlai.testing.web.tester;

import dev.hitlai.testing.internal.people.TesterReport;
import dev.hitlai.testing.internal.people.TesterReport.AiVerdict;
import dev.hitlai.testing.internal.people.Workbench.Bench;
import dev.hitlai.testing.web.pages.FindingRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A test that a tester works on.
 *
 * @param ownClosed whether the list of own findings is closed and the AI's are shown
 * @param tab names the browser's tab, so that its own saves don't count as another's
 * @param savedAt null when nothing was saved yet
 */
public record ExecutePage(
    UUID id,
    String title,
    String url,
    String mission,
    String context,
    String successCriteria,
    String persona,
    String personaAge,
    List<String> needs,
    String device,
    @Nullable Instant startedAt,
    boolean hybrid,
    boolean ownClosed,
    TesterReport report,
    String sentiment,
    int version,
    String tab,
    @Nullable Instant savedAt,
    List<AiRow> ofAi) {

  /**
   * A finding of the AI with what the tester says of it so far.
   *
   * @param needed whether a word on it is needed
   */
  public record AiRow(FindingRow finding, boolean needed, AiVerdict verdict) {
    /** The beginning of the names of its fields. */
    public String prefix() {
      return "verdicts." + finding.id() + ".";
    }
  }

  /** Pictures go along when a button is pressed, not with every word that is typed. */
  public String leftOutOfDrafts() {
    return IntStream.range(0, report.findings().size())
        .mapToObj(index -> "picture." + index)
        .collect(Collectors.joining(",", "not picture,", ""));
  }

  static ExecutePage of(Bench bench, TesterReport report) {
    var run = bench.run();
    return new ExecutePage(
        bench.assignment().id(),
        run.title(),
        run.url(),
        run.mission(),
        bench.context(),
        bench.successCriteria(),
        run.persona().label(),
        run.persona().age()
            + " years, tech literacy "
            + run.persona().techLiteracy().name().toLowerCase(java.util.Locale.ROOT),
        run.persona().needs(),
        run.platform().equals("mobile") ? "A phone" : "A computer",
        bench.assignment().startedAt(),
        bench.hybrid(),
        bench.assignment().ownFindingsClosed(),
        report,
        report.sentiment() == null
            ? ""
            : BigDecimal.valueOf(report.sentiment()).stripTrailingZeros().toPlainString(),
        bench.version(),
        UUID.randomUUID().toString(),
        bench.savedAt(),
        bench.ofAi().stream()
            .map(
                issue ->
                    new AiRow(
                        FindingRow.of(issue),
                        bench.needed().contains(issue.id()),
                        said(report, issue.id())))
            .toList());
  }

  private static AiVerdict said(TesterReport report, UUID issueId) {
    return report.verdicts().stream()
        .filter(one -> one.issueId().equals(issueId))
        .findFirst()
        .orElse(new AiVerdict(issueId, "", "", "", ""));
  }
}
