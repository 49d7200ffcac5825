package dev.hitlai.recording.internal.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.recording.internal.signals.Story;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Programs in several styles against people with pauses and curved paths. The sessions are made
 * here as events, with a seed; browsers that hide that they are driven are the hard case, so no
 * style but one says so.
 */
class JudgeTest {
  private static final int EACH = 60;
  private static final double THRESHOLD = 0.7;

  @Test
  void catchesProgramsOfEveryStyle() {
    for (var style : MadeSessions.Style.values()) {
      int caught = 0;
      for (int i = 0; i < EACH; i++) {
        Story story = MadeSessions.program(style, new Random(31L * i + style.ordinal()));
        caught +=
            Judge.judge(story, style == MadeSessions.Style.PLAIN_AUTOMATION ? 1 : 0).probability()
                    >= THRESHOLD
                ? 1
                : 0;
      }
      System.out.printf("%s: %d of %d caught%n", style, caught, EACH);
      assertThat(caught / (double) EACH).as(style.name()).isGreaterThanOrEqualTo(0.95);
    }
  }

  @Test
  void leavesPeopleAlone() {
    int suspected = 0;
    int people = EACH * 5;
    for (int i = 0; i < people; i++) {
      var judgement = Judge.judge(MadeSessions.person(new Random(7L * i)), 0);
      suspected += judgement.probability() >= THRESHOLD ? 1 : 0;
    }
    System.out.printf("people: %d of %d suspected%n", suspected, people);
    assertThat(suspected / (double) people).isLessThanOrEqualTo(0.02);
  }

  @Test
  void leavesAloneWhoUsesKeyboardOrPasswordManager() {
    var judgement = Judge.judge(MadeSessions.keyboardOnly(new Random(5)), 0);
    assertThat(judgement.probability()).isLessThan(THRESHOLD);
  }

  @Test
  void saysWhyAndHowSure() {
    var judgement =
        Judge.judge(MadeSessions.program(MadeSessions.Style.INSTANT, new Random(1)), 1 | 4);
    assertThat(judgement.probability()).isGreaterThan(0.99);
    assertThat(judgement.reasons().getFirst().sentence()).isNotBlank();
    assertThat(judgement.confidence()).isBetween(0.1, 1.0);
    assertThat(Judge.judge(MadeSessions.nothing(), 0).probability()).isLessThan(0.05);
  }
}
