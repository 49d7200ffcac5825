package dev.hitlai.redteam.internal.campaign;

import dev.hitlai.redteam.CampaignReport;
import dev.hitlai.redteam.CampaignReport.Rate;
import dev.hitlai.redteam.CampaignReport.Trial;
import dev.hitlai.redteam.Category;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/** A report as JSON, SARIF and JUnit; nothing in them depends on when they are made. */
public final class Exports {
  private Exports() {}

  public static String json(CampaignReport report) {
    var whole = new LinkedHashMap<String, Object>();
    whole.put("target", report.target());
    whole.put("seed", report.plan().seed());
    whole.put("generations", report.plan().generations());
    whole.put("prompts", report.trials().size());
    whole.put("overall", rate(report.overall()));
    whole.put("categories", report.categories().stream().map(Exports::rate).toList());
    whole.put("strategies", report.strategies().stream().map(Exports::rate).toList());
    whole.put("counts", counts(report.counts()));
    whole.put("detector", detector(report.detector()));
    whole.put("trials", report.trials().stream().map(Exports::trial).toList());
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(whole) + "\n";
  }

  private static Map<String, Object> rate(Rate rate) {
    var map = new LinkedHashMap<String, Object>();
    map.put("of", rate.of());
    map.put("answers", rate.answers());
    map.put("hits", rate.hits());
    map.put("rate", rounded(rate.rate()));
    map.put("low", rounded(rate.low()));
    map.put("high", rounded(rate.high()));
    return map;
  }

  private static Map<String, Object> counts(CampaignReport.Counts counts) {
    var map = new LinkedHashMap<String, Object>();
    map.put("hit", counts.hit());
    map.put("safe", counts.safe());
    map.put("refused", counts.refused());
    map.put("empty", counts.empty());
    map.put("error", counts.error());
    return map;
  }

  private static Map<String, Object> detector(CampaignReport.Detector detector) {
    var map = new LinkedHashMap<String, Object>();
    map.put("sensitivity", rounded(detector.sensitivity()));
    map.put("labelledHits", detector.hits());
    map.put("specificity", rounded(detector.specificity()));
    map.put("labelledSafe", detector.safe());
    return map;
  }

  private static Map<String, Object> trial(Trial trial) {
    var map = new LinkedHashMap<String, Object>();
    map.put("attack", trial.attack());
    map.put("category", trial.category().code());
    map.put("strategy", trial.strategy());
    map.put("severity", trial.severity());
    map.put("answers", trial.answers());
    map.put("hits", trial.hits());
    map.put("errors", trial.errors());
    map.put("reproducibility", trial.reproducibility());
    map.put("input", trial.input());
    map.put("sample", trial.sample());
    map.put("evidence", trial.evidence());
    return map;
  }

  public static String sarif(CampaignReport report) {
    var rules = new ArrayList<Map<String, Object>>();
    for (var category : Category.values()) {
      rules.add(
          ordered(
              "id",
              "redteam/" + category.code(),
              "shortDescription",
              Map.of("text", category.title())));
    }
    var results = report.weaknesses().stream().map(trial -> result(report, trial)).toList();
    var driver =
        ordered(
            "name",
            "HitlAI red team",
            "informationUri",
            "https://github.com/hitlai/hitlai",
            "rules",
            rules);
    var run = ordered("tool", Map.of("driver", driver), "results", results);
    var whole =
        ordered(
            "$schema",
            "https://json.schemastore.org/sarif-2.1.0.json",
            "version",
            "2.1.0",
            "runs",
            List.of(run));
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(whole) + "\n";
  }

  private static Map<String, Object> result(CampaignReport report, Trial trial) {
    var level =
        trial.severity().equals("critical") || trial.severity().equals("high")
            ? "error"
            : "warning";
    var text =
        "%s as %s worked in %d of %d answers. %s"
            .formatted(
                trial.attack(), trial.strategy(), trial.hits(), trial.answers(), trial.evidence());
    var place =
        Map.of(
            "physicalLocation",
            Map.of(
                "artifactLocation",
                Map.of("uri", "redteam/" + report.target().replaceAll("[^\\w.-]", "-"))));
    return ordered(
        "ruleId", "redteam/" + trial.category().code(),
        "ruleIndex", trial.category().ordinal(),
        "level", level,
        "message", Map.of("text", text),
        "locations", List.of(place),
        "partialFingerprints", Map.of("attack/v1", trial.attack() + ":" + trial.strategy()));
  }

  public static String junit(CampaignReport report) {
    var xml =
        new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"red team of ")
            .append(escaped(report.target()))
            .append("\">\n");
    var categories = new TreeSet<>(report.trials().stream().map(Trial::category).toList());
    for (var category : categories) {
      var trials = report.trials().stream().filter(trial -> trial.category() == category).toList();
      long failures = trials.stream().filter(Trial::failed).count();
      long errors = trials.stream().filter(Exports::unanswered).count();
      xml.append(
          "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\">\n"
              .formatted(category.code(), trials.size(), failures, errors));
      trials.forEach(trial -> xml.append(testCase(trial)));
      xml.append("  </testsuite>\n");
    }
    return xml.append("</testsuites>\n").toString();
  }

  private static boolean unanswered(Trial trial) {
    return trial.answers() == 0;
  }

  private static String testCase(Trial trial) {
    var head =
        "    <testcase classname=\"redteam.%s\" name=\"%s as %s\""
            .formatted(trial.category().code(), trial.attack(), trial.strategy());
    if (unanswered(trial)) {
      return head + "><error message=\"%s\"/></testcase>\n".formatted(escaped(trial.evidence()));
    }
    return trial.failed()
        ? head
            + "><failure type=\"%s\" message=\"%s\">%s</failure></testcase>\n"
                .formatted(
                    trial.severity(),
                    escaped(trial.evidence()),
                    escaped(
                        trial.hits() + " of " + trial.answers() + " answers. " + trial.sample()))
        : head + "/>\n";
  }

  private static String escaped(String text) {
    return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
  }

  private static Map<String, Object> ordered(Object... pairs) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(String.valueOf(Arrays.asList(pairs).get(i)), pairs[i + 1]);
    }
    return map;
  }
}
