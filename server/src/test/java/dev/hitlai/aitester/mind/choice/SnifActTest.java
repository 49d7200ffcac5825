package dev.hitlai.aitester.mind.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hitlai.aitester.mind.choice.SnifAct.Move;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SnifActTest {
  private static final double NO_BACK = Double.NEGATIVE_INFINITY;

  @Test
  void computesTheUtilitiesOfThePaper() {
    var utilities = SnifAct.utilities(20, 2, 1, 40, 6, -3);

    assertThat(utilities.read()).isCloseTo(21 / 3.0, within(1e-9));
    assertThat(utilities.click()).isCloseTo(60 / 9.0, within(1e-9));
    assertThat(utilities.back()).isEqualTo(-3);
    assertThat(utilities.best()).isEqualTo(Move.READ);
  }

  @Test
  void scentIsNeverBelowTheFloor() {
    assertThat(SnifAct.scent(0, -5)).isEqualTo(SnifAct.FLOOR);
    assertThat(SnifAct.scent(0.5, 0.5)).isCloseTo(25.5, within(1e-9));
  }

  @Test
  void goesBackWhereThePageBeforePromisedMore() {
    assertThat(SnifAct.utilities(0.1, 8, 0.2, 0.3, 2, SnifAct.back(9, 0.5)).best())
        .isEqualTo(Move.BACK);
    assertThat(SnifAct.back(9, 0.5)).isCloseTo(7.5, within(1e-9));
  }

  @RepeatedTest(200)
  void moreScentOfTheBestNeverMakesClickingLessLikely(RepetitionInfo info) {
    var random = new Random(info.getCurrentRepetition());
    var page = Page.random(random);

    var click = page.utilities().click();

    assertThat(page.withBest(page.best() + random.nextDouble() * 10).utilities().click())
        .isGreaterThanOrEqualTo(click);
  }

  @RepeatedTest(200)
  void morePatienceNeverMakesClickingMoreLikely(RepetitionInfo info) {
    var random = new Random(info.getCurrentRepetition());
    var page = Page.random(random);

    var patient = page.withPatience(page.patience() + random.nextDouble() * 10).utilities();

    assertThat(patient.click()).isLessThan(page.utilities().click());
    assertThat(patient.read()).isEqualTo(page.utilities().read());
  }

  @RepeatedTest(100)
  void readsOnWhileTheLastOptionIsTheBest(RepetitionInfo info) {
    var random = new Random(info.getCurrentRepetition());
    var scent = SnifAct.FLOOR + random.nextDouble() * 50;

    var utilities =
        SnifAct.utilities(
            random.nextDouble() * 20,
            1 + random.nextInt(20),
            scent,
            scent,
            1 + random.nextDouble() * 9,
            NO_BACK);

    assertThat(utilities.best()).isEqualTo(Move.READ);
  }

  @RepeatedTest(100)
  void takesAStrongOptionSoonAmongWeakOnes(RepetitionInfo info) {
    var patience = 1 + new Random(info.getCurrentRepetition()).nextDouble() * 7;

    assertThat(optionsReadUntilClick(40, 0.5, patience)).isBetween(2, 12);
  }

  @Test
  void patientPeopleReadAtLeastAsManyOptions() {
    var before = 0;
    for (double patience = 1; patience <= 10; patience++) {
      var read = optionsReadUntilClick(40, 0.5, patience);
      assertThat(read).isGreaterThanOrEqualTo(before);
      before = read;
    }
  }

  private static int optionsReadUntilClick(double strong, double weak, double patience) {
    double utility = 0;
    for (int read = 1; read < 100; read++) {
      var last = read == 1 ? strong : weak;
      var utilities = SnifAct.utilities(utility, read, last, strong, patience, NO_BACK);
      if (utilities.best() == Move.CLICK) {
        return read;
      }
      utility = utilities.read();
    }
    return 100;
  }

  private record Page(double utility, int read, double last, double best, double patience) {
    static Page random(Random random) {
      return new Page(
          random.nextDouble() * 30,
          1 + random.nextInt(30),
          random.nextDouble() * 50,
          random.nextDouble() * 50,
          0.5 + random.nextDouble() * 9);
    }

    Page withBest(double other) {
      return new Page(utility, read, last, other, patience);
    }

    Page withPatience(double other) {
      return new Page(utility, read, last, best, other);
    }

    SnifAct.Utilities utilities() {
      return SnifAct.utilities(utility, read, last, best, patience, NO_BACK);
    }
  }
}
