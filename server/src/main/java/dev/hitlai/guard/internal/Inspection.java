package dev.hitlai.guard.internal;

import dev.hitlai.guard.Threat;
import dev.hitlai.guard.Threat.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks for orders and jailbreaks in all readings of a text. */
public final class Inspection {
  /** What is in hidden writing needs less to be suspicious: nobody hides a delivery time. */
  private static final double HIDDEN_BONUS = 0.15;

  private static final double REPORTED = 0.5;
  private static final int EXCERPT = 160;
  private static final int MOST_INVISIBLE = 8;

  /** Longer texts are looked at up to here. */
  private static final int LONGEST = 200_000;

  private final Classifier classifier;

  public Inspection(Classifier classifier) {
    this.classifier = classifier;
  }

  /** Threats from orders, the surest first, each excerpt once a kind. */
  public List<Threat> of(String text) {
    var found = new LinkedHashMap<String, Threat>();
    var cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    for (var reading : Readings.of(cut)) {
      patterns(reading, found);
      if (reading.hidden() || found.isEmpty()) {
        classified(reading, found);
      }
      hiddenWriting(reading, found);
    }
    invisible(cut, found);
    return found.values().stream()
        .sorted(Comparator.comparingDouble(Threat::score).reversed())
        .toList();
  }

  private static void patterns(Reading reading, Map<String, Threat> found) {
    for (var match : Patterns.in(reading.text())) {
      double score = Math.min(0.99, match.score() + (reading.hidden() ? HIDDEN_BONUS : 0));
      if (score >= REPORTED) {
        keep(
            found,
            new Threat(
                match.kind(),
                score,
                excerpt(reading.text(), match.start(), match.end()),
                reason(match.reason(), reading)));
      }
    }
  }

  private void classified(Reading reading, Map<String, Threat> found) {
    double threshold = classifier.weights().threshold();
    for (var piece : Segments.of(reading.text())) {
      var score = classifier.score(piece);
      double needed = reading.hidden() ? threshold - HIDDEN_BONUS : threshold;
      if (score.highest() >= needed) {
        boolean order = score.instruction() >= score.jailbreak();
        keep(
            found,
            new Threat(
                order ? Kind.INSTRUCTION : Kind.JAILBREAK,
                Math.max(REPORTED, scaled(score.highest(), needed)),
                excerpt(piece, 0, piece.length()),
                reason(
                    order
                        ? "The text reads like an order to a model"
                        : "The text reads like an attempt to talk a model out of its rules",
                    reading)));
      }
    }
  }

  /** The threshold becomes one half. */
  private static double scaled(double score, double threshold) {
    return Math.min(0.99, 0.5 + 0.5 * (score - threshold) / (1 - threshold + 1e-9));
  }

  private static void hiddenWriting(Reading reading, Map<String, Threat> found) {
    if (reading.how().contains("invisible") || reading.how().contains("zero-width")) {
      keep(
          found,
          new Threat(
              Kind.HIDDEN_TEXT,
              0.95,
              excerpt(reading.text(), 0, reading.text().length()),
              "A text is " + reading.how()));
    }
  }

  private static void invisible(String text, Map<String, Threat> found) {
    int run = 0;
    int longest = 0;
    for (int point : Characters.withoutFlags(text).codePoints().toArray()) {
      // Joiners and selectors of emoji and Indian scripts come one at a time.
      run = Characters.isInvisible(point) ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    if (longest >= MOST_INVISIBLE) {
      keep(
          found,
          new Threat(
              Kind.HIDDEN_TEXT,
              0.7,
              longest + " invisible characters in a row",
              "The text carries characters that nobody can see"));
    }
  }

  private static String reason(String what, Reading reading) {
    return what + (reading.hidden() ? ", " + reading.how() + "." : ".");
  }

  private static void keep(Map<String, Threat> found, Threat threat) {
    found.merge(threat.kind() + threat.excerpt(), threat, (a, b) -> a.score() >= b.score() ? a : b);
  }

  static String excerpt(String text, int start, int end) {
    int from = Math.max(text.lastIndexOf('\n', Math.max(0, start - 1)) + 1, start - 30);
    int newline = text.indexOf('\n', end);
    int to =
        Math.min(
            newline < 0 ? text.length() : newline,
            Math.max(end, Math.min(from + EXCERPT, text.length())));
    var words = text.substring(from, to).strip();
    return words.length() > EXCERPT ? words.substring(0, EXCERPT - 1) + "…" : words;
  }

  /** All threats of a list that is still being made. */
  public static List<Threat> sorted(List<Threat> threats) {
    var all = new ArrayList<>(threats);
    all.sort(Comparator.comparingDouble(Threat::score).reversed());
    return all;
  }
}
