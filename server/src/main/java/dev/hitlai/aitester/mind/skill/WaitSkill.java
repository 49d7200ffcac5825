package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Wait until Continue appears". */
final class WaitSkill implements Skill {
  private static final int MOST_WAITS = 20;
  private static final Pattern TIME =
      Pattern.compile(
          "(?i)^wait (?:for )?(?:about |exactly |at least |another )?(an?|half"
              + " an?|\\d+(?:\\.\\d+)?|\\p{L}+)"
              + " (milliseconds?|ms|seconds?|secs?|minutes?|mins?|moments?|s)$");

  private static Duration duration(String count, String unit) {
    double amount =
        switch (count.toLowerCase(Locale.ROOT)) {
          case "a", "an" -> 1;
          case "half a", "half an" -> 0.5;
          default ->
              Double.isNaN(Texts.amount(count))
                  ? Texts.number(count).orElse(1)
                  : Texts.amount(count);
        };
    var kind = unit.toLowerCase(Locale.ROOT);
    double millis =
        kind.startsWith("mi") && !kind.startsWith("min") || kind.equals("ms")
            ? 1
            : kind.startsWith("min") ? 60_000 : 1000;
    return Duration.ofMillis(Math.round(amount * millis));
  }

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.first();
    if (!clause.matches("(?i)^wait\\b.*")) {
      return Optional.empty();
    }
    var time = TIME.matcher(ahead.plain(clause));
    if (time.matches()) {
      return Assignment.of(new PauseJob(duration(time.group(1), time.group(2))));
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

  /** So long since what was done before it. */
  private static final class PauseJob implements Job {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Duration pause;
    private boolean waited;

    PauseJob(Duration pause) {
      this.pause = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    @Override
    public Turn turn(Sight now) {
      if (waited) {
        return Turn.done();
      }
      waited = true;
      var left = pause.minus(now.notes().sinceLastMove());
      return left.isNegative()
          ? Turn.done()
          : Turn.act(new Action.Await(left), "so long is to be waited");
    }
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
