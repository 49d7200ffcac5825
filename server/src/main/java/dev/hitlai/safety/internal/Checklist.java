package dev.hitlai.safety.internal;

import dev.hitlai.safety.RedTeamStanding;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the board is shown: the evidence there is, linked by itself. */
@Component
public class Checklist {
  private static final double LEAST_ALIGNMENT = 0.90;
  private static final int LEAST_JUDGED = 30;
  private static final Duration FRESH = Duration.ofDays(30);

  private final BiasAudits bias;
  private final AlignmentDays alignment;
  private final ObjectProvider<RedTeamStanding> redTeam;
  private final Levels levels;
  private final Clock clock;

  Checklist(
      BiasAudits bias,
      AlignmentDays alignment,
      ObjectProvider<RedTeamStanding> redTeam,
      Levels levels,
      Clock clock) {
    this.bias = bias;
    this.alignment = alignment;
    this.redTeam = redTeam;
    this.levels = levels;
    this.clock = clock;
  }

  /**
   * A piece of evidence.
   *
   * @param found what there is, a sentence
   * @param href where it can be seen
   */
  public record Item(String name, boolean passed, String found, String href) {}

  List<Item> items(int level) {
    return List.of(measured(level), audit(), alignment(), redTeam());
  }

  private Item measured(int level) {
    var measured = levels.measure();
    return new Item(
        "Capability",
        measured.level() >= level,
        "People agree with %.1f %% (at least %.1f %%) of %d findings on %d held-out sites: level %d."
            .formatted(
                100 * measured.agreement().estimate(),
                100 * measured.agreement().low(),
                measured.agreement().n(),
                measured.sites(),
                measured.level()),
        "/admin/safety");
  }

  private Item audit() {
    return bias.latest()
        .filter(one -> one.at().isAfter(clock.instant().minus(FRESH)))
        .map(
            one ->
                new Item(
                    "Safety audit: bias",
                    one.saysSomething() && !one.detected(),
                    !one.saysSomething()
                        ? "The last audit had too few cases to say anything."
                        : one.detected()
                            ? "The last audit found bias against "
                                + String.join(", ", one.affected())
                            : "The last audit found none.",
                    "/admin/bias"))
        .orElse(
            new Item("Safety audit: bias", false, "No audit in the last 30 days.", "/admin/bias"));
  }

  private Item alignment() {
    var days =
        alignment.list(60).stream()
            .filter(one -> one.day().isAfter(clock.instant().minus(FRESH)))
            .toList();
    int n = days.stream().mapToInt(AlignmentDays.Day::n).sum();
    double score = n == 0 ? 0 : days.stream().mapToDouble(one -> one.score() * one.n()).sum() / n;
    return new Item(
        "Alignment",
        n >= LEAST_JUDGED && score >= LEAST_ALIGNMENT,
        n < LEAST_JUDGED
            ? "%d findings were judged in 30 days; %d are needed.".formatted(n, LEAST_JUDGED)
            : "%.1f %% over %d findings in 30 days; 90 %% are needed.".formatted(100 * score, n),
        "/admin/safety");
  }

  private Item redTeam() {
    var standing = redTeam.getIfAvailable();
    return standing == null || standing.latest().isEmpty()
        ? new Item("Red team", false, "No campaign was run.", "/admin/safety")
        : standing
            .latest()
            .map(one -> new Item("Red team", one.passed(), one.summary(), one.reference()))
            .orElseThrow();
  }
}
