package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Add matches to the end of the list, on a line of its own": text that keeps what is there. */
final class AppendSkill implements Skill {
  private static final Pattern VERB =
      Pattern.compile(
          "(?i)^(?:add|append|attach|put|write|insert|type|include)\\s+(?:the"
              + " (?:word|words|line|text|item|sentence)"
              + " )?(Q\\d+|.+?)\\s+(?:to|at|on|onto|in|into|below|under|after)\\s+(.+)$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var verb = VERB.matcher(ahead.first());
    var field =
        now.fields().stream()
            .filter(f -> f.tag().equals("textarea") && f.takesText() && !f.value().isBlank())
            .findFirst();
    var keeps =
        ahead
            .rest()
            .matches(
                "(?is).*\\b(?:end|bottom|beginning|top|start|line|list|last|first|keep|stay|already|remain\\w*|append)\\b.*");
    if (!verb.matches() || field.isEmpty() || !keeps) {
      return Optional.empty();
    }
    var text = ahead.plain(verb.group(1)).strip();
    boolean before = verb.group(2).matches("(?i).*\\b(?:beginning|top|start|before|first)\\b.*");
    boolean lines =
        field.get().value().contains("\n") || verb.group(2).matches("(?i).*\\b(?:line|list)\\b.*");
    var gap = lines ? "\n" : " ";
    int ref = field.get().node().ref();
    return Assignment.of(
        new Once(
            sight ->
                sight
                    .again(ref)
                    .map(
                        f -> {
                          var there = f.value().stripTrailing();
                          var whole = before ? text + gap + there : there + gap + text;
                          return Turn.act(
                              new Action.Type(sight.element(f), whole), "what is there stays");
                        })));
  }
}
