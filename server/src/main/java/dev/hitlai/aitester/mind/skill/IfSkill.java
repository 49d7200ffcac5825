package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Words;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/** "If the pump is running, press Stop, otherwise press Start": the page tells which. */
final class IfSkill implements Skill {
  private static final Pattern IF = Pattern.compile("(?i)^(.+?),? (?:only )?(if|unless) (.+)$");
  private static final Pattern ELSE =
      Pattern.compile(
          "(?i)^(?:otherwise|else|if (?:not|it (?:isn't|is not|doesn't|does not))|or else|in (?:the"
              + " other|any other) case)\\b[, ]*(.*)$");
  private static final Pattern NEGATED = Pattern.compile("(?i)\\b(?:not|no|never)\\b|n't\\b");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var asked = IF.matcher(ahead.first());
    if (!asked.matches()) {
      return Optional.empty();
    }
    boolean unless = asked.group(2).equalsIgnoreCase("unless");
    boolean holds = holds(asked.group(3), ahead, now) != unless;
    var other = ELSE.matcher(ahead.at(1));
    int taken = other.matches() ? 2 : 1;
    if (!holds && !other.matches()) {
      return Assignment.of(sight -> Turn.done(), taken);
    }
    var rest = new ArrayList<>(ahead.after(taken).texts());
    rest.addFirst(holds ? asked.group(1) : other.group(1));
    return Skills.read(new Clauses(rest, ahead.quotations()), now)
        .map(then -> new Assignment(then.job(), taken + then.clauses() - 1));
  }

  /** What is said of something that is named, else whatever the page shows. */
  private static boolean holds(String masked, Clauses clauses, Sight now) {
    boolean negated = NEGATED.matcher(masked).find();
    return Statement.of(NEGATED.matcher(masked).replaceAll("").replace("  ", " "), clauses, now)
        .map(one -> one.holds(now) != negated)
        .orElseGet(() -> holds(clauses.plain(masked), now));
  }

  /** Whether the page shows what the words say. */
  private static boolean holds(String words, Sight now) {
    var plain = NEGATED.matcher(words).replaceAll("");
    boolean negated = NEGATED.matcher(words).find();
    var state =
        PageState.of(words, now)
            .filter(one -> words.matches(".*\\d.*") || Colors.in(words).isPresent());
    if (state.isPresent()) {
      return state.get().test(now);
    }
    var wanted = Words.concepts(plain.replaceFirst("(?i)^(?:the |it |there )", ""));
    boolean said =
        now.shortTexts().stream()
            .filter(text -> text.length() < 200 && negated == NEGATED.matcher(text).find())
            .anyMatch(text -> Words.concepts(text).containsAll(wanted));
    return said || negated && !holds(plain, now);
  }
}
