package dev.hitlai.aitester.audit;

import dev.hitlai.aitester.finding.Findings;
import dev.hitlai.aitester.finding.Findings.Draft;
import dev.hitlai.aitester.finding.Rule;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a rule. {@code {element}} stands for the element's label in quotes, {@code {name}}
 * for a measured value.
 *
 * @param key which of the probe's rules it belongs to; empty when it has one
 * @param why who suffers and what comes of it
 * @param fix concrete
 */
record Advice(String key, Rule rule, String title, String why, String fix) {
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

  static Advice on(String key, Rule rule, String title, String why, String fix) {
    return new Advice(key, rule, title, why, fix);
  }

  Draft draft(Hit hit, AuditSubject subject) {
    return Findings.by(rule)
        .title(filled(title, hit))
        .description(filled(why, hit) + " " + met(subject))
        .recommendation(filled(fix, hit));
  }

  /** Who met it and what for. */
  static String met(AuditSubject subject) {
    var who = "Met as “" + subject.persona().label() + "”";
    return subject.mission().isBlank() ? who + "." : who + " on “" + subject.mission() + "”.";
  }

  private static String filled(String words, Hit hit) {
    return SLOT.matcher(words).replaceAll(slot -> Matcher.quoteReplacement(value(slot, hit)));
  }

  private static String value(MatchResult slot, Hit hit) {
    var name = slot.group(1);
    if (name.equals("element")) {
      return hit.quoted();
    }
    if (hit.measured().get(name) instanceof Double number) {
      return number == Math.rint(number)
          ? String.valueOf(number.longValue())
          : String.format(Locale.ROOT, "%.1f", number);
    }
    return hit.word(name);
  }
}
