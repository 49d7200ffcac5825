package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** "Buy it as soon as its price is below €50": waits for a state of the page, then acts. */
final class WhenSkill implements Skill {
  private static final Pattern LATER =
      Pattern.compile(
          "(?i)^(.+?),? (?:as soon as|when(?:ever)?|once|the moment(?: that)?|the instant(?:"
              + " that)?|but only when|only when) (.+)$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var later = LATER.matcher(ahead.first());
    boolean asked =
        later.matches()
            && later
                .group(1)
                .matches(
                    "(?i)(?:find|see|tell|determine|calculate|know|say|enter|read|look|learn|check|discover|type|note|work|figure)(?:"
                        + " (?:out|up|me|us|at))?");
    if (!later.matches() || asked) {
      return Optional.empty();
    }
    var state = PageState.of(ahead.plain(later.group(2)), now);
    var act = new java.util.ArrayList<>(ahead.texts());
    act.set(0, later.group(1));
    var then = Skills.read(new Clauses(act, ahead.quotations()), now);
    return state.isEmpty() || then.isEmpty()
        ? Optional.empty()
        : Assignment.of(
            new Sequence(
                java.util.List.of(
                    new Waiting(state.get()),
                    then.get().job().fits(now)
                        ? then.get().job()
                        : new LaterJob(later.group(1), ahead.quotations()))),
            then.get().clauses());
  }

  /** Looks again and again, a fraction of a second apart. */
  static final class Waiting implements Job {
    private static final int MOST_WAITS = 90;
    private static final Duration BETWEEN = Duration.ofMillis(120);

    private final Predicate<Sight> state;
    private int waits;

    Waiting(Predicate<Sight> state) {
      this.state = state;
    }

    @Override
    public Turn turn(Sight now) {
      if (state.test(now)) {
        return Turn.done();
      }
      return waits++ < MOST_WAITS
          ? Turn.act(new Action.Await(BETWEEN), "it is not so far yet")
          : Turn.stuck("what is waited for does not come");
    }
  }
}
