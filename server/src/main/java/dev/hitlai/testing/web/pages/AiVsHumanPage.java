package dev.hitlai.testing.web.pages;

import dev.hitlai.testing.internal.comparison.CompanyContests.Entry;
import dev.hitlai.testing.internal.comparison.CompanyContests.Means;
import dev.hitlai.testing.internal.comparison.CompanyContests.Report;
import dev.hitlai.testing.internal.comparison.CompanyContests.Week;
import dev.hitlai.web.view.Chart;
import dev.hitlai.web.view.Say;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** AI against people over all hybrid tests. */
public record AiVsHumanPage(
    boolean empty,
    String comparisons,
    String wins,
    List<Stat> stats,
    @Nullable Chart trend,
    List<Row> rows) {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  /** A figure of both sides. */
  public record Stat(String label, String ai, String human, String note) {}

  /** A comparison. */
  public record Row(
      String href,
      String title,
      String found,
      String agreement,
      String quality,
      String verdict,
      boolean validated,
      Instant at) {}

  static AiVsHumanPage of(Report report) {
    return new AiVsHumanPage(
        report.comparisons() == 0,
        Say.count(report.comparisons(), "comparison", "comparisons"),
        "The AI did better %d times, people %d times, equally well %d times"
            .formatted(
                report.wins().get("ai"), report.wins().get("human"), report.wins().get("tie")),
        List.of(
            stat("Quality", report.aiQuality(), report.humanQuality(), Say::percent),
            stat("Time of a test", report.aiMinutes(), report.humanMinutes(), AiVsHumanPage::time),
            stat("Cost of a test", report.aiCostUsd(), report.humanCostUsd(), AiVsHumanPage::cost)),
        trend(report.weeks()),
        report.latest().stream().map(AiVsHumanPage::row).toList());
  }

  private static Stat stat(String label, Means ai, Means human, Function<Double, String> words) {
    return new Stat(
        label,
        ai.mean() == null ? "–" : words.apply(ai.mean()),
        human.mean() == null ? "–" : words.apply(human.mean()),
        "n = " + Math.min(ai.n(), human.n()));
  }

  private static String time(double minutes) {
    return Say.duration(Duration.ofMillis(Math.round(minutes * 60_000)));
  }

  private static String cost(double dollars) {
    return Say.money(BigDecimal.valueOf(dollars));
  }

  /** Only weeks with comparisons: a line through weeks without any would invent them. */
  private static @Nullable Chart trend(List<Week> weeks) {
    var known =
        weeks.stream()
            .filter(
                week ->
                    week.aiQuality() != null
                        && week.humanQuality() != null
                        && week.agreement() != null)
            .toList();
    if (known.size() < 2) {
      return null;
    }
    return new Chart(
        "Quality and agreement by week",
        "percent",
        Chart.Kind.LINES,
        known.stream().map(week -> week.monday().format(DAY)).toList(),
        List.of(
            series("AI", known, Week::aiQuality),
            series("People", known, Week::humanQuality),
            series("Agreement", known, Week::agreement)));
  }

  private static Chart.Series series(
      String name, List<Week> weeks, Function<Week, @Nullable Double> what) {
    return new Chart.Series(
        name,
        weeks.stream()
            .map(
                week -> {
                  var value = what.apply(week);
                  return value == null ? 0.0 : 100 * value;
                })
            .toList());
  }

  private static Row row(Entry entry) {
    var one = entry.comparison();
    var facts = one.facts();
    return new Row(
        "/company/tests/" + facts.aiRunId() + "/compare",
        entry.title(),
        "AI %d · person %d · both %d"
            .formatted(facts.ai().issues(), facts.human().issues(), facts.overlap()),
        facts.agreement() == null ? "–" : Say.percent(facts.agreement().doubleValue()),
        percent(facts.ai().quality()) + " to " + percent(facts.human().quality()),
        ComparePage.verdict(facts.better()),
        one.validatedAt() != null,
        one.at());
  }

  private static String percent(@Nullable BigDecimal share) {
    return share == null ? "–" : Say.percent(share.doubleValue());
  }
}
