package dev.hitlai.guard.internal;

import dev.hitlai.guard.Redacted;
import dev.hitlai.guard.Threat;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;

/** Replaces what must not leave the process, and says what there is of it. */
public final class Redaction {
  private Redaction() {}

  public static Redacted of(String text) {
    var replaced = new TreeMap<String, Integer>();
    var left = text;
    for (var sensitive : Sensitive.ALL) {
      var before = left;
      left =
          sensitive
              .pattern()
              .matcher(before)
              .replaceAll(
                  match -> {
                    if (!sensitive.is(match, before)) {
                      return Matcher.quoteReplacement(match.group());
                    }
                    replaced.merge(sensitive.name(), 1, Integer::sum);
                    return "[" + sensitive.name() + "]";
                  });
    }
    return new Redacted(left, replaced);
  }

  /** Threats for secrets and personal data; excerpts show the ends at most. */
  public static List<Threat> threats(String text) {
    var threats = new ArrayList<Threat>();
    var left = text;
    for (var sensitive : Sensitive.ALL) {
      var before = left;
      left =
          sensitive
              .pattern()
              .matcher(before)
              .replaceAll(
                  match -> {
                    if (!sensitive.is(match, before)) {
                      return Matcher.quoteReplacement(match.group());
                    }
                    threats.add(
                        new Threat(
                            sensitive.kind(),
                            0.9,
                            masked(match.group()),
                            "The text holds what looks like: " + sensitive.described() + "."));
                    return " ";
                  });
    }
    return threats;
  }

  private static String masked(String value) {
    return value.length() < 8
        ? "…"
        : value.substring(0, 2) + "…" + value.substring(value.length() - 2);
  }
}
