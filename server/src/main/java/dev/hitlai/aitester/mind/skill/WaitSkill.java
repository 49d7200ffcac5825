package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.time.Duration;
import java.util.Optional;

/** "Wait until Continue appears". */
final class WaitSkill implements Skill {
  private static final int MOST_WAITS = 20;

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.first();
    if (!clause.matches("(?i)^wait\\b.*")) {
      return Optional.empty();
    }
    var state =
        PageState.of(
            ahead.plain(clause.replaceFirst("(?i)^wait (?:until|till|for)?\\s*(?:that )?", "")),
            now);
    if (state.isPresent()) {
      return Assignment.of(new WhenSkill.Waiting(state.get()));
    }
    var quoted = ahead.quotedIn(clause);
    var named =
        clause
            .replaceFirst("(?i)^wait (?:until|for|till)\\s+(?:the )?", "")
            .replaceFirst(
                "(?i)\\s+(?:appears?|is shown|shows up|is"
                    + " (?:enabled|ready|there|available|visible|loaded)|to"
                    + " (?:appear|load|finish|be .*)|comes up|has loaded|can be .*)$",
                "");
    var target = quoted.isEmpty() ? Target.of(named, ahead) : Target.named(quoted.getFirst());
    return Assignment.of(new WaitJob(target));
  }

  private static final class WaitJob implements Job {
    private final Target target;
    private int waits;

    WaitJob(Target target) {
      this.target = target;
    }

    @Override
    public Turn turn(Sight now) {
      return now.finder().find(target).isPresent() || waits++ >= MOST_WAITS
          ? Turn.done()
          : Turn.act(new Action.Await(Duration.ofMillis(300)), "it is not there yet");
    }
  }
}
