package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Enter 3:45 PM as the time". */
final class TimeSkill implements Skill {
  private static final Pattern VERB =
      Pattern.compile("(?i)^(?:enter|type|select|choose|pick|set|input|put|fill)\\b(.*)$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var verb = VERB.matcher(ahead.first());
    if (!verb.matches() || Dates.in(ahead.plain(verb.group(1))).isPresent()) {
      return Optional.empty();
    }
    var words = ahead.plain(verb.group(1));
    var time = Dates.time(words);
    var field = now.fields().stream().filter(f -> f.type().equals("time")).findFirst();
    if (time.isEmpty() || field.isEmpty()) {
      return Optional.empty();
    }
    int ref = field.get().node().ref();
    var job =
        new Once(
            sight ->
                sight
                    .again(ref)
                    .map(
                        t ->
                            Turn.act(
                                new Action.Type(sight.element(t), time.get()),
                                "the time goes here")));
    return Assignment.of(job);
  }
}
