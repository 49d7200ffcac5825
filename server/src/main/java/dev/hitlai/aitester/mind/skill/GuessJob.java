package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tries the middle of what is left, and goes by what the page says to it. */
final class GuessJob implements Job {
  private static final Pattern LATER =
      Pattern.compile(
          "(?i)\\b(?:higher|greater|larger|bigger|more|later) than\\b|\\btoo"
              + " (?:low|small|little|few|early)\\b|\\b(?:is|are|go|try|guess|think|aim|comes?|lies|stands|number:?)(?:"
              + " an?| something)?"
              + " (?:higher|greater|larger|bigger|more|up|later|after|above|behind|further"
              + " down)\\b(?! or)|^\\W*(?:higher|up|more|bigger|greater|larger|later|after)\\W*$");
  private static final Pattern EARLIER =
      Pattern.compile(
          "(?i)\\b(?:lower|less|smaller|fewer|earlier) than\\b|\\btoo"
              + " (?:high|large|big|great|many|much|late)\\b|\\b(?:is|are|go|try|guess|think|aim|comes?|lies|stands|number:?)(?:"
              + " an?| something)? (?:lower|less|smaller|down|earlier|before|below|further"
              + " up)\\b(?! or)|^\\W*(?:lower|down|less|smaller|earlier|before)\\W*$");

  /** What can be guessed, from the first to the last. */
  record Choices(List<String> texts) {
    static Choices ofNumbers(int least, int most) {
      return new Choices(
          IntStream.rangeClosed(Math.min(least, most), Math.max(least, most))
              .limit(100_000)
              .mapToObj(String::valueOf)
              .toList());
    }

    static Choices ofList(Thing select) {
      var control = select.control();
      return new Choices(
          control == null || control.field() == null
              ? List.of()
              : control.field().options().stream()
                  .filter(
                      option -> !option.matches("(?i)\\W*(?:choose|select|pick)?\\b.{0,2}\\W*$"))
                  .toList());
    }

    int count() {
      return texts.size();
    }
  }

  private final Choices choices;
  private int low;
  private int high;
  private int guess = -1;
  private boolean entered;
  private List<String> first = List.of();
  private @Nullable Job typing;

  GuessJob(Choices choices) {
    this.choices = choices;
    high = choices.count() - 1;
  }

  @Override
  public Turn turn(Sight now) {
    if (typing != null) {
      var turn = typing.turn(now);
      if (turn instanceof Turn.Act) {
        return turn;
      }
      typing = null;
      return send(now);
    }
    if (entered) {
      entered = false;
      if (now.matching(t -> t.tag().equals("select") || Fields.isSettable(t))
          .findAny()
          .isPresent()) {
        return send(now);
      }
    }
    if (guess < 0) {
      first = now.lines();
    } else {
      now.lines().stream().filter(line -> !first.contains(line)).forEach(this::learn);
    }
    guess = (low + high) / 2;
    if (low > high) {
      return Turn.done();
    }
    var text = choices.texts().get(guess);
    if (now.fields().stream().noneMatch(Fields::isSettable) && choice(text, now).isEmpty()
        || KeypadSkill.isThere(now)) {
      typing = KeypadSkill.typing(text, now).orElse(null);
      if (typing != null) {
        return typing.turn(now);
      }
    }
    entered = true;
    return enter(text, now).orElseGet(() -> Turn.stuck("there is nothing to guess with"));
  }

  private static Optional<Turn> enter(String text, Sight now) {
    var list = now.matching(t -> t.tag().equals("select")).findFirst();
    if (list.isPresent()) {
      return list.map(
          t -> Turn.act(new Action.Select(now.element(t), text), "it is in the middle"));
    }
    return now.fields().stream()
        .filter(Fields::isSettable)
        .findFirst()
        .map(field -> Fields.set(field, text, now))
        .or(() -> choice(text, now).map(t -> Turn.press(now, t, "it is in the middle")));
  }

  /** What is guessed may be pressed instead of entered. */
  private static Optional<Thing> choice(String text, Sight now) {
    return Nesting.innermost(now.matching(t -> Texts.same(t.text(), text) && !t.isField()).toList())
        .stream()
        .findFirst();
  }

  private static Turn send(Sight now) {
    return Commit.find(now, "guess try check submit")
        .map(button -> Turn.press(now, button, "the guess has to be sent"))
        .orElseGet(() -> Turn.act(new Action.Press("Enter"), "the guess has to be sent"));
  }

  private void learn(String said) {
    if (LATER.matcher(said).find()) {
      low = Math.max(low, guess + 1);
    } else if (EARLIER.matcher(said).find()) {
      high = Math.min(high, guess - 1);
    }
  }
}
