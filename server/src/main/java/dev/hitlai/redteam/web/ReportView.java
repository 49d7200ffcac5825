package dev.hitlai.redteam.web;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stored report, as its page shows it. */
public record ReportView(
    List<Line> categories,
    List<Line> strategies,
    List<Failure> failures,
    int hit,
    int safe,
    int refused,
    int empty,
    int error,
    double sensitivity,
    int labelledHits,
    double specificity,
    int labelledSafe) {
  private static final int MOST_FAILURES = 100;

  /** Figures of a category or strategy. */
  public record Line(String of, int answers, int hits, double rate, double low, double high) {}

  /** An attack that worked. */
  public record Failure(
      String attack,
      String category,
      String strategy,
      String severity,
      int hits,
      int answers,
      String reproducibility,
      String input,
      String sample,
      String evidence) {}

  static ReportView of(String json) {
    var report = JsonMapper.shared().readTree(json);
    var failures = new ArrayList<Failure>();
    for (var trial : report.path("trials")) {
      if (trial.path("hits").asInt() > 0 && failures.size() < MOST_FAILURES) {
        failures.add(failure(trial));
      }
    }
    var counts = report.path("counts");
    var detector = report.path("detector");
    return new ReportView(
        lines(report.path("categories")),
        lines(report.path("strategies")),
        failures,
        counts.path("hit").asInt(),
        counts.path("safe").asInt(),
        counts.path("refused").asInt(),
        counts.path("empty").asInt(),
        counts.path("error").asInt(),
        detector.path("sensitivity").asDouble(),
        detector.path("labelledHits").asInt(),
        detector.path("specificity").asDouble(),
        detector.path("labelledSafe").asInt());
  }

  private static Failure failure(JsonNode trial) {
    return new Failure(
        trial.path("attack").asString(),
        trial.path("category").asString(),
        trial.path("strategy").asString(),
        trial.path("severity").asString(),
        trial.path("hits").asInt(),
        trial.path("answers").asInt(),
        trial.path("reproducibility").asString(),
        trial.path("input").asString(),
        trial.path("sample").asString(),
        trial.path("evidence").asString());
  }

  private static List<Line> lines(JsonNode list) {
    var lines = new ArrayList<Line>();
    for (var line : list) {
      lines.add(
          new Line(
              line.path("of").asString(),
              line.path("answers").asInt(),
              line.path("hits").asInt(),
              line.path("rate").asDouble(),
              line.path("low").asDouble(),
              line.path("high").asDouble()));
    }
    return lines;
  }
}
