package dev.hitlai.aitester.report;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the report's template shows.
 *
 * @param brand whose report it is; null for ours
 * @param style the whole style sheet, so that the page stands alone
 * @param differences what sets each persona apart; empty for a single one
 * @param paper for printing: nothing is folded away
 * @param evidence turns an evidence reference into an address that the page can load
 */
public record ReportPage(
    RunDocument document,
    @Nullable Brand brand,
    String style,
    List<SeverityGroup> groups,
    List<MissionPath> paths,
    List<PersonaDifference> differences,
    boolean paper,
    UnaryOperator<@Nullable String> evidence) {

  private static final List<String> SEVERITIES = List.of("critical", "high", "medium", "low");

  /** Findings of one severity, most trusted first. */
  public record SeverityGroup(String severity, List<RunDocument.Problem> findings) {}

  /** A mission with its drawn path and its sentiment curve. */
  public record MissionPath(
      RunDocument.MissionOutcome mission, PathDiagram diagram, String sentimentPoints) {}

  static ReportPage of(
      RunDocument document,
      @Nullable Brand brand,
      String style,
      boolean paper,
      UnaryOperator<@Nullable String> evidence) {
    var groups =
        SEVERITIES.stream()
            .map(
                severity ->
                    new SeverityGroup(
                        severity,
                        document.findings().stream()
                            .filter(finding -> finding.severity().equals(severity))
                            .toList()))
            .filter(group -> !group.findings().isEmpty())
            .toList();
    var paths =
        document.missions().stream()
            .map(
                mission ->
                    new MissionPath(mission, PathDiagram.of(mission), sentimentPoints(mission)))
            .toList();
    return new ReportPage(
        document, brand, style, groups, paths, PersonaDifference.of(document), paper, evidence);
  }

  /** Who found something, in words. */
  public String finder(String source) {
    return switch (source) {
      case "human" -> "people";
      case "both" -> "AI and people";
      default -> "AI";
    };
  }

  /** Whether no AI took part, so that there is neither a score nor a path. */
  public boolean byPeople() {
    return document.run().engine().equals(RunDocument.BY_PEOPLE);
  }

  public String host() {
    var address = java.net.URI.create(document.run().url());
    return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
  }

  public String score() {
    return String.valueOf(Math.round(document.run().score()));
  }

  /** Length of the drawn arc of a ring whose circumference is 100. */
  public String scoreArc() {
    return String.format(Locale.ROOT, "%.1f 100", document.run().score());
  }

  public int count(String severity) {
    return (int)
        document.findings().stream().filter(finding -> finding.severity().equals(severity)).count();
  }

  public String words(String identifier) {
    return identifier.replace('_', ' ').replace('-', ' ');
  }

  /** How many times as long; a dash where there is nothing to compare with. */
  public String times(@Nullable Double factor) {
    return factor == null ? "–" : String.format(Locale.ROOT, "%.1f ×", factor);
  }

  public String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  public String startedAt() {
    var instant = java.time.Instant.parse(document.run().startedAt());
    return java.time.format.DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
        .withZone(java.time.ZoneOffset.UTC)
        .format(instant);
  }

  public String duration(double seconds) {
    var whole = Math.round(seconds);
    return whole < 60 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
  }

  public @Nullable String link(@Nullable String reference) {
    return reference == null ? null : evidence.apply(reference);
  }

  public String measured(Object value) {
    return value instanceof Double number && number == Math.rint(number)
        ? String.valueOf(number.longValue())
        : String.valueOf(value);
  }

  /** One point a step over 300 × 60 units, high when the mood is good. */
  private static String sentimentPoints(RunDocument.MissionOutcome mission) {
    var steps = mission.steps();
    var points = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      var x = steps.size() == 1 ? 150 : 300.0 * i / (steps.size() - 1);
      var y = 56 - 52 * steps.get(i).sentiment();
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
    }
    return points.toString().trim();
  }
}
