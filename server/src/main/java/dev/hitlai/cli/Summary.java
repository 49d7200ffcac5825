package dev.hitlai.cli;

import dev.hitlai.aitester.report.RunDocument;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * A run in a screenful: missions with their outcome, findings by severity, the worst ones first.
 */
final class Summary {
  private static final List<String> SEVERITIES = List.of("critical", "high", "medium", "low");

  private Summary() {}

  static void print(RunDocument document, int most, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%n%s — score %.0f of 100, sentiment %.0f %%%n",
        document.run().url(),
        document.run().score(),
        100 * document.run().sentiment());
    for (var mission : document.missions()) {
      out.printf(
          Locale.ROOT,
          "  %-13s %s, as %s: %s%n",
          mission.outcome().replace('_', ' '),
          mission.mission().isBlank() ? "Look around" : mission.mission(),
          mission.persona(),
          mission.explanation());
    }
    out.println("  findings: " + counts(document));
    document.findings().stream()
        .limit(most)
        .forEach(
            finding ->
                out.printf(
                    Locale.ROOT,
                    "    %-8s %s %s (%s)%n",
                    finding.severity(),
                    finding.id(),
                    finding.title(),
                    finding.url()));
    if (document.findings().size() > most) {
      out.printf(Locale.ROOT, "    … and %d more%n", document.findings().size() - most);
    }
  }

  private static String counts(RunDocument document) {
    var counts = new StringBuilder();
    for (var severity : SEVERITIES) {
      var count =
          document.findings().stream()
              .filter(finding -> finding.severity().equals(severity))
              .count();
      counts.append(counts.isEmpty() ? "" : ", ").append(count).append(' ').append(severity);
    }
    return counts.toString();
  }
}
