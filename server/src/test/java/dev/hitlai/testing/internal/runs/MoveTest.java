package dev.hitlai.testing.internal.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.testing.RunStatus;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MoveTest {
  private static final List<String> LEGAL =
      List.of(
          "PENDING RUNNING",
          "PENDING FAILED",
          "RUNNING HITL_PAUSED",
          "RUNNING COMPLETED",
          "RUNNING FAILED",
          "HITL_PAUSED COMPLETED",
          "HITL_PAUSED FAILED");

  @ParameterizedTest
  @EnumSource
  void allowsExactlyTheMovesOfTheSpecification(RunStatus from) {
    for (RunStatus to : RunStatus.values()) {
      if (LEGAL.contains(from + " " + to)) {
        assertThat(new Move(from, to).to()).isEqualTo(to);
      } else {
        assertThatThrownBy(() -> new Move(from, to))
            .isInstanceOf(Move.IllegalMove.class)
            .hasMessage("A test run cannot go from " + from.code() + " to " + to.code() + ".");
      }
    }
  }

  @Test
  void anyWayOfLegalMovesEndsAndNeverVisitsAStatusTwice() {
    var random = new Random(7);
    for (int way = 0; way < 1000; way++) {
      var visited = new java.util.ArrayList<RunStatus>();
      var status = RunStatus.PENDING;
      while (!status.isFinal()) {
        visited.add(status);
        var next = List.copyOf(status.next());
        status = new Move(status, next.get(random.nextInt(next.size()))).to();
      }
      assertThat(visited).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(3);
    }
  }
}
