package dev.hitlai.aitester.mind.skill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoughtsAndCrossesTest {
  @Test
  void completesALineWhenItCan() {
    assertThat(NoughtsAndCrosses.best("XX OO    ".toCharArray(), 'X')).isEqualTo(2);
  }

  @Test
  void stopsTheOthersLine() {
    assertThat(NoughtsAndCrosses.best("OO X     ".toCharArray(), 'X')).isEqualTo(2);
  }

  @Test
  void neverLosesToWhoTakesTheFirstFreeSquare() {
    var marks = "         ".toCharArray();
    char mover = 'X';
    while (!NoughtsAndCrosses.wins(marks, 'X') && new String(marks).indexOf(' ') >= 0) {
      int square =
          mover == 'X' ? NoughtsAndCrosses.best(marks, 'X') : new String(marks).indexOf(' ');
      marks[square] = mover;
      mover = mover == 'X' ? 'O' : 'X';
    }
    assertThat(NoughtsAndCrosses.wins(marks, 'X')).isTrue();
  }
}
