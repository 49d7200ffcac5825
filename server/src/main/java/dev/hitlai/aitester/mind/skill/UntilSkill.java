package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Words;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** "Keep pressing Next until the lamp is green", "open boxes until you have found the key". */
final class UntilSkill implements Skill {
  private static final Pattern UNTIL =
      Pattern.compile(
          "(?i)^(?:(?:just )?(?:keep(?: on)?|go on|carry on|continue)(?: to)? )?(.+?)(?:"
              + " (?:repeatedly|again and again|over and over(?: again)?|as (?:often|many times) as"
              + " (?:needed|necessary|it takes)))?,? (?:until|till|as long as|while) (.+)$");
  private static final Pattern VERB =
      Pattern.compile(
          "(?i)^(?:press|click|tap|hit|push|open|turn|flip|load|show|draw|pull|roll|spin|reload|refresh|lift|look|change|uncover|reveal|try|go|page|check|switch|cycle|ask)\\w*\\b(?:"
              + " (?:on|over|at|in|into|through|for|behind|under))?\\s*(.*)$");
  private static final Pattern FOUND =
      Pattern.compile(
          "(?i)^(?:you(?:'ve| have)?|it|they|the"
              + " \\w+|one)\\b.{0,12}\\b(?:found|find|have|got|see|come|seen|discovered|found"
              + " it|turns? up|appears?|is there|shows up)(?: (?:it|them|one|the (.+)))?$");
  private static final Pattern HELD =
      Pattern.compile(
          "(?i)\\b(?:holds?|contains?|hides?|conceals?|has|have|there is|hidden|is|behind|in)"
              + " (?:an? |the )?([\\p{L} -]+?)(?:,|"
              + " (?:in|behind|inside|under|somewhere|hidden)\\b.*|$)");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var until = UNTIL.matcher(ahead.first());
    if (!until.matches() || until.group(2).matches("(?i)(?:the )?(?:end|bottom|top|last).*")) {
      return Optional.empty();
    }
    var deed = Wording.plain(until.group(1), Verbs.WORDS);
    var verb = VERB.matcher(deed);
    if (!verb.matches()) {
      return Optional.empty();
    }
    boolean negated = ahead.first().matches("(?i).*\\b(?:as long as|while)\\b.*");
    var state = state(ahead.plain(until.group(2)), now);
    var wanted = negated ? state.negate() : state;
    var object = verb.group(1).isBlank() ? deed : verb.group(1);
    return Assignment.of(new UntilJob(Target.of(object, ahead), wanted));
  }

  /** Whether the page says so now. */
  static Predicate<Sight> state(String words, Sight first) {
    var found = FOUND.matcher(words);
    if (found.matches()) {
      return comes(found.group(1) == null ? sought(first) : found.group(1), first);
    }
    return PageState.of(words, first).orElseGet(() -> said(words));
  }

  /** What the mission spoke of before as hidden somewhere. */
  private static String sought(Sight now) {
    var held = HELD.matcher(now.notes().facts());
    return held.find() ? held.group(1) : "";
  }

  private static Predicate<Sight> comes(String what, Sight first) {
    var before = first.lines();
    var wanted = Words.concepts(what);
    return sight ->
        sight.lines().stream()
            .filter(line -> !before.contains(line))
            .anyMatch(line -> !wanted.isEmpty() && Words.concepts(line).containsAll(wanted));
  }

  private static Predicate<Sight> said(String words) {
    var wanted = Words.concepts(words);
    return sight ->
        !wanted.isEmpty()
            && sight.shortTexts().stream()
                .filter(text -> text.length() < 160)
                .anyMatch(text -> Words.concepts(text).containsAll(wanted));
  }
}
