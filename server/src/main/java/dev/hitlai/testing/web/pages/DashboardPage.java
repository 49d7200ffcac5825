package dev.hitlai.testing.web.pages;

import dev.hitlai.identity.Quota;
import dev.hitlai.testing.internal.runs.CompanyFigures.Figures;
import dev.hitlai.web.view.Say;
import dev.hitlai.web.view.Sparkline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company's home.
 *
 * @param quotaNote what is left this month
 * @param trend scores of the latest tests, null with fewer than two
 * @param grave open critical and high findings
 */
public record DashboardPage(
    String testsThisMonth,
    String quotaNote,
    boolean quotaUsedUp,
    String completed,
    String underway,
    String sentiment,
    String sentimentNote,
    @Nullable Sparkline trend,
    List<RunRow> runs,
    List<FindingRow> grave,
    long openFindings,
    long waitingForVerdict) {

  static DashboardPage of(
      Quota.Standing quota,
      Figures figures,
      List<RunRow> runs,
      List<FindingRow> grave,
      long openFindings,
      long waitingForVerdict) {
    return new DashboardPage(
        Say.count(quota.used()),
        quotaNote(quota),
        quota.left() == 0,
        Say.count(figures.completed()),
        Say.count(figures.running() + figures.waiting() + figures.paused()),
        figures.sentiment() == null ? "–" : Say.percent(figures.sentiment()),
        figures.sentiment() == null
            ? "Not enough data yet"
            : "Mean of " + Say.count(figures.completed(), "completed test", "completed tests"),
        trend(figures.trend()),
        runs,
        grave,
        openFindings,
        waitingForVerdict);
  }

  private static String quotaNote(Quota.Standing quota) {
    if (quota.limit() == null) {
      return "No limit in the plan " + quota.plan();
    }
    return "%s left of %s in the plan %s"
        .formatted(Say.count(quota.left()), Say.count(quota.limit()), quota.plan());
  }

  private static @Nullable Sparkline trend(List<Double> scores) {
    if (scores.size() < 2) {
      return null;
    }
    String label =
        "Score of the last %d tests, from %.0f to %.0f"
            .formatted(scores.size(), scores.getFirst(), scores.getLast());
    return new Sparkline(label, scores);
  }
}
