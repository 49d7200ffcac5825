package dev.hitlai.testing.web.pages;

import dev.hitlai.testing.internal.runs.Analytics;
import dev.hitlai.web.view.Chart;
import dev.hitlai.web.view.Say;
import dev.hitlai.web.view.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The analytics of a company as charts and tables. */
public record AnalyticsPage(
    boolean empty,
    Chart findings,
    Chart categories,
    List<PersonaRow> personas,
    List<Analytics.Rule> rules,
    List<RecurringRow> recurring,
    List<Chart> sites) {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final List<String> SEVERITIES = List.of("critical", "high", "medium", "low");

  public record PersonaRow(String persona, long runs, String success, String time, String score) {}

  public record RecurringRow(
      String title, Severity severity, long runs, Instant first, Instant last, UUID latest) {}

  static AnalyticsPage of(Analytics.Report report) {
    return new AnalyticsPage(
        report.isEmpty(),
        findings(report.weeks()),
        categories(report.categories()),
        report.personas().stream().map(AnalyticsPage::row).toList(),
        report.rules(),
        report.recurring().stream().map(AnalyticsPage::row).toList(),
        report.sites().entrySet().stream().map(AnalyticsPage::site).toList());
  }

  private static Chart findings(List<Analytics.Week> weeks) {
    return new Chart(
        "Findings by week and severity",
        "findings in the week of",
        Chart.Kind.BARS,
        weeks.stream().map(week -> day(week.monday())).toList(),
        SEVERITIES.stream()
            .map(
                severity ->
                    new Chart.Series(
                        Words.title(severity),
                        weeks.stream().map(week -> (double) week.of(severity)).toList()))
            .toList());
  }

  private static Chart categories(Map<String, Long> categories) {
    return new Chart(
        "Findings by category",
        "category",
        Chart.Kind.BARS,
        categories.keySet().stream().map(Words::title).toList(),
        List.of(
            new Chart.Series(
                "Findings", categories.values().stream().map(Long::doubleValue).toList())));
  }

  private static Chart site(Map.Entry<String, List<Analytics.SiteScore>> site) {
    return new Chart(
        "Score of " + site.getKey(),
        "mean score in the week of",
        Chart.Kind.LINES,
        site.getValue().stream().map(week -> day(week.monday())).toList(),
        List.of(
            new Chart.Series(
                "Score", site.getValue().stream().map(Analytics.SiteScore::score).toList())));
  }

  private static PersonaRow row(Analytics.ByPersona persona) {
    return new PersonaRow(
        persona.persona(),
        persona.runs(),
        Say.percent(persona.success()),
        persona.seconds() == null
            ? "–"
            : Say.duration(Duration.ofMillis(Math.round(persona.seconds() * 1000))),
        persona.score() == null ? "–" : Say.decimal(persona.score(), 1));
  }

  private static RecurringRow row(Analytics.Recurring finding) {
    return new RecurringRow(
        finding.title(),
        Severity.valueOf(finding.severity().toUpperCase(Locale.ROOT)),
        finding.runs(),
        finding.first(),
        finding.last(),
        finding.latest());
  }

  private static String day(LocalDate date) {
    return DAY.format(date);
  }
}
