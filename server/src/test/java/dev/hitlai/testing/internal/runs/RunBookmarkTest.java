package dev.hitlai.testing.internal.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.testing.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunBookmarkTest {
  @Test
  void isReadBackFromItsOwnText() {
    var bookmark = new RunBookmark(2, 14, 3, RunStatus.HITL_PAUSED, 100);
    assertThat(RunBookmark.parse(bookmark.toString())).isEqualTo(bookmark);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "7", "1-2-3-flying-4", "99999999-1-1-running-1", "1-2-3-running"})
  void startsOverWithAnIdThatIsNotOurs(String id) {
    assertThat(RunBookmark.parse(id)).isEqualTo(RunBookmark.START);
  }
}
