package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Guess the number between 0 and 9": by halves, as the page says "higher" or "lower". */
final class GuessSkill implements Skill {
  private static final Pattern ASKED =
      Pattern.compile("(?i)^guess\\b.*?(\\d+)\\s*(?:-|–|to|and)\\s*(\\d+).*$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var asked = ASKED.matcher(ahead.first());
    return asked.matches()
        ? Assignment.of(
            new GuessJob(Integer.parseInt(asked.group(1)), Integer.parseInt(asked.group(2))),
            ahead.texts().size())
        : Optional.empty();
  }

  private static final class GuessJob implements Job {
    private int low;
    private int high;
    private int guess;
    private boolean typed;

    GuessJob(int low, int high) {
      this.low = low;
      this.high = high;
    }

    @Override
    public Turn turn(Sight now) {
      if (typed) {
        typed = false;
        var turn = new SendJob().turn(now);
        return turn instanceof Turn.Act
            ? turn
            : Turn.act(new Action.Press("Enter"), "the guess has to be sent");
      }
      learn(String.join(" ", now.lines()));
      guess = (low + high) / 2;
      typed = true;
      return now.fields().stream()
          .filter(Thing::takesText)
          .findFirst()
          .filter(field -> low <= high)
          .map(field -> Fields.set(field, String.valueOf(guess), now))
          .orElseGet(Turn::done);
    }

    private void learn(String said) {
      if (said.matches(
          "(?is).*\\b(?:higher|greater|larger|bigger|more) than\\b.*|.*\\b(?:too low|too small|go"
              + " higher|try higher)\\b.*")) {
        low = Math.max(low, guess + 1);
      } else if (said.matches(
          "(?is).*\\b(?:lower|less|smaller) than\\b.*|.*\\b(?:too high|too large|too big|go"
              + " lower|try lower)\\b.*")) {
        high = Math.min(high, guess - 1);
      }
    }
  }
}
