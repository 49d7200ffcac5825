package dev.hitlai.aitester.mind.skill;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * "Find the email by Anna" before something is done with it; "find the 4th word" before typing it.
 */
final class FindSkill implements Skill {
  private static final Pattern VERB =
      Pattern.compile(
          "(?i)^(?:find|locate|look (?:for|up)|go"
              + " to|see|read|determine|count|calculate|compute|solve|work out)\\b\\s*(.*)$");
  private static final Pattern WHO =
      Pattern.compile(
          "(?i)^(?:(?:the |an? )?[\\p{L} -]{0,30}?\\b(?:by|from|of|for|named|called|titled|with the"
              + " (?:name|subject|title)|with(?: the)? (?:number|text))\\s+)?(?:the"
              + " )?(.+?)(?:\\s+(?:in|on|from|among) (?:the|your|this) .*)?$");

  /** "Go to the profile": a button or tab that leads there. */
  private static boolean isPlace(Clauses ahead, Sight now) {
    var to =
        ahead.first().matches("(?i)^go to .*")
            ? Target.of(ahead.first().substring("go to ".length()), ahead)
            : null;
    return to != null
        && now.finder().find(to, t -> t.isPressable() && t.label().length() < 40).isPresent();
  }

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var verb = VERB.matcher(ahead.first());
    if (!verb.matches() || ahead.texts().size() < 2 || isPlace(ahead, now)) {
      return Optional.empty();
    }
    var worked = Values.worked(verb.group(1), ahead, now);
    if (worked.isPresent()) {
      now.notes().remember(worked.get());
      if (!QuestionSkill.isTypedLater(ahead) && QuestionSkill.awaited(now)) {
        return Assignment.of(new Once(sight -> QuestionSkill.field(worked.get(), sight)));
      }
      return Assignment.of(sight -> Turn.done());
    }
    var who = WHO.matcher(verb.group(1));
    return who.matches() ? Assignment.of(new FindJob(ahead.plain(who.group(1)))) : Optional.empty();
  }
}
