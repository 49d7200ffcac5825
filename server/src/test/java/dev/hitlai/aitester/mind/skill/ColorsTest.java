package dev.hitlai.aitester.mind.skill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColorsTest {
  @Test
  void shadesGoByTheirHue() {
    assertThat(Colors.isShade("#c9a3a3", "red")).isTrue();
    assertThat(Colors.isShade("#c9a3a3", "blue")).isFalse();
    assertThat(Colors.isShade("#808080", "red")).isFalse();
  }
}
