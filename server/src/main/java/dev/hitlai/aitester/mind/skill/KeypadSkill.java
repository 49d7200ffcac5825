package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** "Tap 0287 on the keypad", "dial 112", "spell CAT with the letters": a key for each sign. */
final class KeypadSkill implements Skill {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)^(?:tap|enter|type|dial|key in|press|punch(?: in)?|spell|input|call|put"
              + " in|use|ring|set)\\b(.*)$");
  private static final Pattern SIGNS =
      Pattern.compile("(?<![\\p{L}\\p{N}])(Q\\d+|[\\d*#]{2,12}|\\p{Lu}{2,12})(?![\\p{L}\\p{N}])");
  private static final Pattern CODE =
      Pattern.compile(
          "(?i)\\b(?:pin|code|passcode|combination)\\b(?: number)?(?: is| of|:)?"
              + " (\\d{3,10})(?!\\d)");
  private static final int LEAST_KEYS = 8;

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var code = CODE.matcher(ahead.plain(ahead.first()));
    if (code.find() && isThere(now)) {
      return typing(code.group(1), now).flatMap(job -> Assignment.of(job));
    }
    var asked = ASKED.matcher(ahead.first());
    if (!asked.matches()) {
      return Optional.empty();
    }
    var keys = keys(now);
    boolean typed =
        now.fields().stream().anyMatch(Thing::takesText)
            && !ahead
                .first()
                .matches(
                    "(?i).*\\b(?:keypad|keys|buttons|number pad|pad|keyboard|dial|tap|press)\\b.*");
    if (keys.size() < LEAST_KEYS || typed) {
      return Optional.empty();
    }
    var jobs = new ArrayList<Job>();
    for (var match : SIGNS.matcher(asked.group(1)).results().toList()) {
      presses(ahead.plain(match.group(1)), keys).ifPresent(jobs::addAll);
    }
    return jobs.size() < 2 ? Optional.empty() : Assignment.of(new Sequence(jobs));
  }

  /** All digits to press, and no field to type them into. */
  static boolean isThere(Sight now) {
    var keys = keys(now);
    return now.fields().stream().noneMatch(Thing::takesText)
        && IntStream.rangeClosed(0, 9)
            .allMatch(digit -> keys.stream().anyMatch(key -> key.text().equals("" + digit)));
  }

  /** Presses a key for each sign; empty when one is missing. */
  static Optional<Job> typing(String signs, Sight now) {
    var keys = keys(now);
    var jobs = new ArrayList<Job>();
    for (var sign : signs.split("")) {
      if (keys.stream().noneMatch(key -> key.text().equalsIgnoreCase(sign))) {
        return Optional.empty();
      }
      jobs.add(new Once(sight -> press(sign, sight)));
    }
    return Optional.of(new Sequence(jobs));
  }

  private static List<Thing> keys(Sight now) {
    return Nesting.innermost(
        now.matching(t -> t.text().length() == 1 && !t.isField() && t.isPressable()).toList());
  }

  private static Optional<List<Job>> presses(String signs, List<Thing> keys) {
    var jobs = new ArrayList<Job>();
    for (var sign : signs.replaceAll("[\\s-]", "").split("")) {
      if (keys.stream().noneMatch(key -> key.text().equalsIgnoreCase(sign))) {
        return Optional.empty();
      }
      jobs.add(new Once(now -> press(sign, now)));
    }
    return jobs.size() < 2 ? Optional.empty() : Optional.of(jobs);
  }

  private static Optional<Turn> press(String sign, Sight now) {
    return keys(now).stream()
        .filter(key -> key.text().equalsIgnoreCase(sign))
        .findFirst()
        .map(key -> Turn.press(now, key, "the next key is " + sign));
  }
}
