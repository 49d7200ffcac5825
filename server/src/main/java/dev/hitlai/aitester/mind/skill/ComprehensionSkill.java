package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Choose the right answer to the question": the page asks, and its text says which is right. */
final class ComprehensionSkill implements Skill {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)^(?:choose|select|pick|tick|mark|click(?:"
              + " on)?|press|tap|give|find|answer)\\s+(?:(?:the|all|each|every|its|both|this)"
              + " )*(?:(?:right|correct|true|best|proper|matching)"
              + " (?:answer|option|choice|one|reply)s?|(?:comprehension )?questions?|answer (?:that"
              + " is (?:right|correct|true)|to the question))\\b.*$|^answer"
              + " (?:it|correctly|them)$");
  private static final int LEAST_WORDS = 9;

  /** A question of the page with the answers to choose from. */
  private record Question(String words, List<String> options, List<Thing> choices, Thing place) {}

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    if (!ASKED.matcher(ahead.first()).matches() || ahead.first().contains("Q0")) {
      return Optional.empty();
    }
    var text = passage(now);
    var jobs = new ArrayList<Job>();
    for (var question : questions(now)) {
      text.flatMap(told -> new Comprehension(told).answer(question.words(), question.options()))
          .ifPresent(answer -> jobs.add(new Once(sight -> choose(question, answer, sight))));
    }
    if (jobs.isEmpty()) {
      return Optional.empty();
    }
    if (ahead.texts().size() == 1) {
      jobs.add(new SendJob());
    }
    return Assignment.of(new Sequence(jobs));
  }

  private static Optional<Turn> choose(Question question, String answer, Sight now) {
    var reason = "the text says so";
    int index = question.options().indexOf(answer);
    if (question.choices().isEmpty()) {
      return now.again(question.place())
          .map(list -> Turn.act(new Action.Select(now.element(list), answer), reason));
    }
    return now.again(question.choices().get(index))
        .map(
            t ->
                t.role().matches("radio|checkbox")
                    ? Turn.act(new Action.Check(now.element(t), true), reason)
                    : Turn.press(now, t, reason));
  }

  /** The longest text that asks nothing and holds nothing to use. */
  private static Optional<String> passage(Sight now) {
    return now.matching(t -> t.hasWords() && t.text().split("\\s+").length >= LEAST_WORDS)
        .filter(t -> t.all().noneMatch(one -> one.isField() || one.isPressable()))
        .filter(t -> !t.text().strip().endsWith("?"))
        .map(Thing::text)
        .max(Comparator.comparingInt(String::length));
  }

  private static List<Question> questions(Sight now) {
    var asked =
        Nesting.innermost(
            now.matching(t -> isQuestion(t) && !t.isPressable() && !t.isField()).toList());
    var found = new ArrayList<Question>();
    for (int i = 0; i < asked.size(); i++) {
      int end = i + 1 < asked.size() ? asked.get(i + 1).order() : Integer.MAX_VALUE;
      question(asked.get(i), end, now).ifPresent(found::add);
    }
    return found;
  }

  private static boolean isQuestion(Thing thing) {
    return words(thing).strip().endsWith("?") && words(thing).length() < 200;
  }

  /** What it says itself, besides the answers that may stand in it. */
  private static String words(Thing thing) {
    return thing.own().strip().endsWith("?") ? thing.own() : thing.text();
  }

  /** With the answers that stand between it and the next question. */
  private static Optional<Question> question(Thing asked, int end, Sight now) {
    var words = words(asked).replaceFirst("^\\s*\\d+[.)]\\s*", "");
    var slot =
        Slots.of(now).stream()
            .filter(one -> one.kind() == Slot.Kind.OPTIONS && one.offers().size() > 1)
            .filter(one -> one.thing().order() > asked.order() && one.thing().order() < end)
            .findFirst();
    if (slot.isPresent()) {
      var one = slot.get();
      return Optional.of(
          one.choices().isEmpty()
              ? new Question(words, one.offers(), List.of(), one.thing())
              : new Question(words, one.options(), one.choices(), one.thing()));
    }
    var offered =
        Nesting.innermost(
            now.matching(t -> t.isPressable() && !t.isField() && t.hasWords())
                .filter(t -> t.order() > asked.order() && t.order() < end)
                .filter(t -> t.text().length() < 80)
                .toList());
    return offered.size() < 2
        ? Optional.empty()
        : Optional.of(
            new Question(words, offered.stream().map(Thing::text).toList(), offered, asked));
  }
}
