package dev.hitlai.testing.web.pages;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.testing.internal.runs.Analytics;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A part of the analytics as comma-separated values (RFC 4180). */
final class AnalyticsCsv {
  private AnalyticsCsv() {}

  /**
   * @param part findings, personas, rules, recurring or scores
   */
  static String of(Analytics.Report report, String part) {
    return switch (part) {
      case "findings" ->
          lines(
              "week,critical,high,medium,low",
              report.weeks().stream()
                  .map(
                      week ->
                          Stream.of(
                              week.monday(),
                              week.of("critical"),
                              week.of("high"),
                              week.of("medium"),
                              week.of("low"))));
      case "personas" ->
          lines(
              "persona,runs,reached,median_seconds,mean_score",
              report.personas().stream()
                  .map(
                      one ->
                          Stream.of(
                              one.persona(),
                              one.runs(),
                              one.reached(),
                              text(one.seconds()),
                              text(one.score()))));
      case "rules" ->
          lines(
              "rule,findings,runs",
              report.rules().stream()
                  .map(one -> Stream.of(one.rule(), one.findings(), one.runs())));
      case "recurring" ->
          lines(
              "title,severity,runs,first,last,finding",
              report.recurring().stream()
                  .map(
                      one ->
                          Stream.of(
                              one.title(),
                              one.severity(),
                              one.runs(),
                              one.first(),
                              one.last(),
                              one.latest())));
      case "scores" -> lines("site,week,mean_score,runs", scores(report));
      default ->
          throw ApiProblem.invalid(
              "part", "must be one of findings, personas, rules, recurring, scores");
    };
  }

  private static Stream<Stream<?>> scores(Analytics.Report report) {
    return report.sites().entrySet().stream()
        .flatMap(
            site ->
                site.getValue().stream()
                    .map(
                        week ->
                            Stream.of(site.getKey(), week.monday(), week.score(), week.runs())));
  }

  private static String lines(String head, Stream<? extends Stream<?>> rows) {
    List<String> lines =
        rows.map(
                row ->
                    row.map(value -> FindingsCsv.cell(value.toString()))
                        .collect(Collectors.joining(",")))
            .toList();
    return head + "\r\n" + lines.stream().map(line -> line + "\r\n").collect(Collectors.joining());
  }

  private static String text(@Nullable Double number) {
    return number == null ? "" : number.toString();
  }
}
