package dev.hitlai.web.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PagerTest {
  private static final Address TESTS = Address.of("/tests");

  @Test
  void offersTheFirstTheLastAndTheNeighbours() {
    assertThat(new Pager(TESTS, 4, 25, 1204).offered()).containsExactly(1, 0, 3, 4, 5, 0, 49);
    assertThat(new Pager(TESTS, 1, 25, 60).offered()).containsExactly(1, 2, 3);
    assertThat(new Pager(TESTS, 1, 25, 0).offered()).containsExactly(1);
  }

  @Test
  void saysWhichRowsItShows() {
    var last = new Pager(TESTS, 3, 25, 60);

    assertThat(last.from()).isEqualTo(51);
    assertThat(last.to()).isEqualTo(60);
    assertThat(last.hasNext()).isFalse();
    assertThat(new Pager(TESTS, 1, 25, 0).from()).isZero();
  }

  @Test
  void leavesTheFirstPageOutOfTheAddress() {
    var pager = new Pager(TESTS.with("page", 2), 2, 25, 60);

    assertThat(pager.href(1)).isEqualTo("/tests");
    assertThat(pager.href(3)).isEqualTo("/tests?page=3");
  }

  @Test
  void refusesAPageBeforeTheFirst() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Pager(TESTS, 0, 25, 60));
  }
}
