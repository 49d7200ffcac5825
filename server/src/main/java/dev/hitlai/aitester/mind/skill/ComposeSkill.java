package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * "Add "Buy milk" to the list", "post the comment "Nice!"": written where one writes, then sent.
 */
final class ComposeSkill implements Skill {
  private static final Pattern VERB =
      Pattern.compile(
          "(?i)^(?:add|create|post|send|write|leave|publish|comment|tweet)\\b.*?(Q\\d+).*$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var verb = VERB.matcher(ahead.first());
    if (!verb.matches()
        || FillSkill.isIndirect(ahead.first())
        || now.fields().stream().noneMatch(Thing::takesText)) {
      return Optional.empty();
    }
    var words = ahead.plain(verb.group(1));
    if (now.finder().find(Target.named(words), Thing::isPressable).isPresent()) {
      return Optional.empty(); // it is there already: something is to be done with it
    }
    var person =
        Wish.of(ahead, 1).mentions().stream()
            .filter(one -> one.kind() == Mention.Kind.NAME)
            .filter(
                one ->
                    now.matching(
                                t ->
                                    Texts.same(t.text(), one.text()) && !t.role().equals("heading"))
                            .count()
                        == 1)
            .findFirst();
    if (person.isPresent()) {
      return Assignment.of(
          new Sequence(
              List.of(
                  new PressJob(Target.named(person.get().text())),
                  new MessageJob(words),
                  new SendJob())));
    }
    boolean sentLater =
        ahead.at(1).matches("(?i)(?:click|press|tap|hit|submit|send|save|push)\\b.*");
    var writing = new MessageJob(words);
    return Assignment.of(sentLater ? writing : new Sequence(List.of(writing, new SendJob())));
  }
}
