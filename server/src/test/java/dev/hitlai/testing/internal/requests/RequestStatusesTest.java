package dev.hitlai.testing.internal.requests;

import static dev.hitlai.testing.RunStatus.COMPLETED;
import static dev.hitlai.testing.RunStatus.FAILED;
import static dev.hitlai.testing.RunStatus.HITL_PAUSED;
import static dev.hitlai.testing.RunStatus.PENDING;
import static dev.hitlai.testing.RunStatus.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.testing.RunStatus;
import dev.hitlai.testing.internal.requests.RequestStatuses.Part;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RequestStatusesTest {
  @Test
  void followsFromTheRuns() {
    assertThat(of(PENDING, PENDING)).isEqualTo("pending");
    assertThat(of(RUNNING, PENDING)).isEqualTo("running");
    assertThat(of(COMPLETED, PENDING)).isEqualTo("running");
    assertThat(of(COMPLETED, HITL_PAUSED)).isEqualTo("running");
    assertThat(of(COMPLETED, FAILED)).isEqualTo("completed");
    assertThat(of(FAILED, FAILED)).isEqualTo("failed");
  }

  @Test
  void isCancelledOnlyWhenEveryRunWas() {
    assertThat(RequestStatuses.follows(Stream.of(new Part(FAILED, true)).toList()))
        .isEqualTo("cancelled");
    assertThat(
            RequestStatuses.follows(
                Stream.of(new Part(FAILED, true), new Part(FAILED, false)).toList()))
        .isEqualTo("failed");
  }

  private static String of(RunStatus... statuses) {
    return RequestStatuses.follows(
        Stream.of(statuses).map(status -> new Part(status, false)).toList());
  }
}
