package dev.hitlai.aitester.mind.skill;

import java.util.Optional;
import java.util.regex.Pattern;

/** "Focus the 2nd text box", "click into the field Name". */
final class FocusSkill implements Skill {
  private static final Pattern VERB =
      Pattern.compile(
          "(?i)^(?:focus(?: into| on| in)?|put the (?:cursor|focus) (?:into|in|on)|(?:click|tap)"
              + " (?:into|inside|in))\\s+(.+)$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var verb = VERB.matcher(ahead.first());
    if (!verb.matches()) {
      return Optional.empty();
    }
    var target = Target.of(verb.group(1), ahead);
    return Assignment.of(
        new Once(
            sight ->
                sight
                    .finder()
                    .field(
                        target.ordinal() == 0
                            ? target
                            : new Target("", "field", target.ordinal(), "", false),
                        Thing::takesText)
                    .or(() -> sight.finder().find(target))
                    .map(field -> Turn.press(sight, field, "it has to get the focus"))));
  }
}
