package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * "Tap the third button from the right in the lower row": told by where it is or how it is printed.
 */
final class PlaceSkill implements Skill {
  private static final Pattern VERB =
      Pattern.compile(
          "(?i)^(?:click|press|tap|push|hit|select|choose|pick|tick|check|mark|open|touch|use|find|take|put"
              + " your finger)(?: on)?\\b\\s+(.+)$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var verb = VERB.matcher(ahead.first());
    if (!verb.matches()) {
      return Optional.empty();
    }
    var words = ahead.plain(verb.group(1));
    var target = Target.of(verb.group(1), ahead);
    var job =
        new Once(
            sight ->
                Places.find(words, sight)
                    .or(() -> Styles.find(words, sight))
                    .or(() -> nth(target, sight))
                    .map(thing -> press(thing, sight)));
    return job.fits(now) ? Assignment.of(job) : Optional.empty();
  }

  /** "The 2nd radio button" of several without names. */
  private static Optional<Thing> nth(Target target, Sight now) {
    return target.ordinal() != 0
            && target.isNameless()
            && target.kind().matches("checkbox|radio|switch|toggle")
        ? now.finder().find(target, Thing::isField)
        : Optional.empty();
  }

  private static Turn press(Thing thing, Sight now) {
    var reason = "it is where or how it is told to be";
    return thing.role().matches("checkbox|radio|switch")
        ? Turn.act(new Action.Check(now.element(thing), true), reason)
        : Turn.press(now, Handles.of(thing, now), reason);
  }
}
