package dev.hitlai.aitester.mind.skill;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** "When the class ends": the time it begins and how long it takes, added. */
final class EndTime implements Values.Answer {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)\\b(?:when|time|at what|what time)\\b.*\\b(?:ends?|finish(?:es)?|is"
              + " over|arrives?|over|ready|done)\\b|\\b(?:end|arrival|finishing|closing) time\\b");
  private static final Pattern HOURS =
      Pattern.compile("(?i)(\\d+(?:\\.\\d+)?|an?|one|two|three|half an) ?(?:hours?|hrs?|h)\\b");
  private static final Pattern MINUTES = Pattern.compile("(?i)(\\d+) ?(?:minutes?|mins?)\\b");

  @Override
  public Optional<String> read(String phrase, Clauses clauses, Sight now) {
    if (!ASKED.matcher(phrase).find()) {
      return Optional.empty();
    }
    var texts = now.lines();
    var start = texts.stream().map(SpokenTime::in).flatMap(Optional::stream).findFirst();
    var length = texts.stream().map(EndTime::duration).filter(one -> !one.isZero()).findFirst();
    return start.isEmpty() || length.isEmpty()
        ? Optional.empty()
        : Optional.of(start.get().plus(length.get())).map(LocalTime::toString);
  }

  static Duration duration(String text) {
    var hours = HOURS.matcher(text);
    var minutes = MINUTES.matcher(text);
    double whole =
        !hours.find()
            ? 0
            : hours.group(1).matches("\\d.*")
                ? Double.parseDouble(hours.group(1))
                : hours.group(1).startsWith("half") ? 0.5 : Texts.number(hours.group(1)).orElse(0);
    return Duration.ofMinutes(
        Math.round(60 * whole) + (minutes.find() ? Long.parseLong(minutes.group(1)) : 0));
  }
}
