package dev.hitlai.testing.web.tester;

import dev.hitlai.testing.internal.people.TesterReport;
import dev.hitlai.testing.internal.people.TesterReport.AiVerdict;
import dev.hitlai.testing.internal.people.TesterReport.OwnFinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The report form as a browser sends it: {@code findings.0.title}, {@code verdicts.<id>.verdict}
 * and the like.
 */
final class ExecuteForm {
  private static final Pattern FINDING = Pattern.compile("findings\\.(\\d{1,3})\\..+");
  private static final Pattern VERDICT = Pattern.compile("verdicts\\.([0-9a-fA-F-]{36})\\..+");
  private static final Pattern ISSUE_FIELD = Pattern.compile("issues\\[(\\d+)]\\.(.+)");
  private static final Pattern VERDICT_FIELD = Pattern.compile("aiVerdicts\\[(.+)]");

  private final Map<String, String[]> fields;

  ExecuteForm(Map<String, String[]> fields) {
    this.fields = fields;
  }

  TesterReport report() {
    return new TesterReport(
        blankToNull(text("outcome")),
        number(text("sentiment")),
        text("recommendations"),
        text("positives"),
        text("notes"),
        findings(),
        verdicts());
  }

  /** The version of the draft that the page showed. */
  int version() {
    String version = text("version");
    return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
  }

  String tab() {
    String tab = text("tab");
    return tab.length() <= 64 ? tab : "";
  }

  private List<OwnFinding> findings() {
    var indexes = new TreeSet<Integer>();
    for (String name : fields.keySet()) {
      var matcher = FINDING.matcher(name);
      if (matcher.matches()) {
        indexes.add(Integer.valueOf(matcher.group(1)));
      }
    }
    var findings = new ArrayList<OwnFinding>();
    for (int index : indexes) {
      String at = "findings." + index + ".";
      findings.add(
          new OwnFinding(
              text(at + "title"),
              text(at + "description"),
              text(at + "severity"),
              text(at + "category"),
              text(at + "url"),
              text(at + "selector"),
              text(at + "recommendation"),
              id(text(at + "screenshot"))));
    }
    return findings;
  }

  private List<AiVerdict> verdicts() {
    var ids = new LinkedHashMap<UUID, Boolean>();
    for (String name : fields.keySet()) {
      var matcher = VERDICT.matcher(name);
      if (matcher.matches() && id(matcher.group(1)) instanceof UUID id) {
        ids.put(id, true);
      }
    }
    return ids.keySet().stream()
        .map(
            id -> {
              String at = "verdicts." + id + ".";
              return new AiVerdict(
                  id,
                  text(at + "verdict"),
                  text(at + "severity"),
                  text(at + "wording"),
                  text(at + "reasoning"));
            })
        .toList();
  }

  /** The API's names of fields as the form has them. */
  static Map<String, String> named(Map<String, Object> problems) {
    var named = new LinkedHashMap<String, String>();
    problems.forEach((field, why) -> named.put(name(field), String.valueOf(why)));
    return named;
  }

  private static String name(String field) {
    var issue = ISSUE_FIELD.matcher(field);
    if (issue.matches()) {
      String part = issue.group(2).equals("elementSelector") ? "selector" : issue.group(2);
      return "findings." + issue.group(1) + "." + part;
    }
    var verdict = VERDICT_FIELD.matcher(field);
    if (verdict.matches()) {
      return "verdicts." + verdict.group(1) + ".verdict";
    }
    return switch (field) {
      case "sentimentScore" -> "sentiment";
      case "additionalNotes" -> "notes";
      case "issues" -> "form";
      default -> field;
    };
  }

  private String text(String name) {
    String[] values = fields.get(name);
    return values == null || values.length == 0 ? "" : values[0];
  }

  private static @Nullable UUID id(String text) {
    try {
      return text.isEmpty() ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable Double number(String text) {
    return text.matches("[01](\\.\\d{1,4})?") ? Double.valueOf(text) : null;
  }

  private static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text;
  }
}
