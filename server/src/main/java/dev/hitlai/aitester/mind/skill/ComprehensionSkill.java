package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** "Read the text and choose the right answer": what is asked on the page is answered by a text. */
final class ComprehensionSkill implements Skill {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)^(?:choose|select|pick|mark|tick|click(?:"
              + " on)?|press|find|give|answer)\\b.*\\b(?:(?:right|correct|matching|true|proper|fitting)"
              + " (?:answer|option|response|one|choice|statement|word|name)s?\\b.*|(?:the|this|its|all|both)"
              + " (?:\\p{L}+ )?questions?\\b.*)$|^answer (?:it|correctly|them)$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    return ASKED.matcher(ahead.first()).matches() && answers(now).findAny().isPresent()
        ? Assignment.of(new AnswerJob())
        : Optional.empty();
  }

  /** An answer found for one of the questions of the page. */
  private record Answer(Thing choice, String option) {}

  private static java.util.stream.Stream<Answer> answers(Sight now) {
    var text = text(now);
    return text.isEmpty()
        ? java.util.stream.Stream.of()
        : now.matching(t -> Comprehension.isQuestion(t.own()))
            .flatMap(question -> answer(question, text.get(), now).stream());
  }

  private static Optional<String> text(Sight now) {
    return now.matching(t -> t.own().split("\\s+").length > 8 && !t.isField())
        .filter(t -> !Comprehension.isQuestion(t.own()))
        .map(Thing::text)
        .max(Comparator.comparingInt(String::length));
  }

  /** Among what is offered next behind the question. */
  private static Optional<Answer> answer(Thing question, String text, Sight now) {
    var slot =
        Slots.of(now).stream()
            .filter(one -> one.kind() == Slot.Kind.OPTIONS && one.offers().size() > 1)
            .filter(one -> one.thing().order() > question.order())
            .findFirst();
    if (slot.isPresent()) {
      return Comprehension.answer(question.own(), slot.get().offers(), text)
          .map(option -> new Answer(choice(slot.get(), option), option));
    }
    var buttons =
        Peers.groups(now).stream()
            .map(group -> group.stream().filter(t -> t.order() > question.order()).toList())
            .map(group -> group.stream().filter(Thing::hasWords).toList())
            .filter(group -> group.size() > 1)
            .findFirst()
            .orElse(List.of());
    return Comprehension.answer(question.own(), buttons.stream().map(Thing::text).toList(), text)
        .flatMap(
            option ->
                buttons.stream()
                    .filter(t -> t.text().equals(option))
                    .findFirst()
                    .map(t -> new Answer(t, option)));
  }

  private static Thing choice(Slot slot, String option) {
    int index = slot.options().indexOf(option);
    return slot.choices().isEmpty() ? slot.thing() : slot.choices().get(index);
  }

  private static final class AnswerJob implements Job {
    private final Set<Integer> given = new HashSet<>();

    @Override
    public Turn turn(Sight now) {
      return answers(now)
          .filter(one -> given.add(one.choice().node().ref()))
          .findFirst()
          .map(one -> give(one, now))
          .orElseGet(Turn::done);
    }

    private static Turn give(Answer answer, Sight now) {
      var element = now.element(answer.choice());
      var reason = "the text tells of \"" + answer.option() + "\"";
      return answer.choice().tag().equals("select")
          ? Turn.act(new Action.Select(element, answer.option()), reason)
          : answer.choice().role().matches("radio|checkbox")
              ? Turn.act(new Action.Check(element, true), reason)
              : Turn.press(now, answer.choice(), reason);
    }
  }
}
