package dev.hitlai.monitoring.internal.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.monitoring.Measurements.Result;
import dev.hitlai.monitoring.MetricType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class WindowsTest {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final Summary.Key KEY =
      new Summary.Key(MetricType.API_LATENCY, "/api/things", "GET");

  @Test
  void losesAndDoublesNothingWhileItIsTakenOut() throws Exception {
    var windows = new Windows(Duration.ofMinutes(1));
    int threads = 4;
    int each = 20_000;
    var taken = new ArrayList<Summary>();
    try (var pool = Executors.newFixedThreadPool(threads)) {
      var all = new ArrayList<Future<?>>();
      for (int thread = 0; thread < threads; thread++) {
        all.add(
            pool.submit(
                () -> {
                  for (int i = 0; i < each; i++) {
                    windows.add(
                        KEY,
                        NOON,
                        Duration.ofMillis(i % 100),
                        i % 10 == 0 ? Result.FAILED : Result.FINE);
                  }
                }));
      }
      while (all.stream().anyMatch(one -> !one.isDone())) {
        taken.addAll(windows.takeOut(NOON, true));
      }
      for (var one : all) {
        one.get();
      }
    }
    taken.addAll(windows.takeOut(NOON, true));
    assertThat(taken.stream().mapToLong(Summary::count).sum()).isEqualTo((long) threads * each);
    assertThat(taken.stream().mapToLong(Summary::failed).sum()).isEqualTo(threads * each / 10L);
    assertThat(taken.stream().mapToLong(one -> one.micros().getTotalCount()).sum())
        .isEqualTo((long) threads * each);
  }

  @Test
  void givesOutAWindowOnceItIsOver() {
    var windows = new Windows(Duration.ofMinutes(1));
    windows.add(KEY, NOON.plusSeconds(59), Duration.ofMillis(10), Result.REFUSED);
    assertThat(windows.takeOut(NOON.plusSeconds(59), false)).isEmpty();
    windows.add(KEY, NOON.plusSeconds(60), Duration.ofMillis(20), Result.FINE);
    var first = windows.takeOut(NOON.plusSeconds(60), false);
    assertThat(first).hasSize(1);
    assertThat(first.getFirst().from()).isEqualTo(NOON);
    assertThat(first.getFirst().refused()).isOne();
    assertThat(windows.takeOut(NOON.plusSeconds(60), false)).isEmpty();
    assertThat(windows.takeOut(NOON.plusSeconds(61), true)).hasSize(1);
  }

  @Test
  void namesStatementsByTheirVerbAndFirstTable() {
    assertThat(QueryTimes.find("select \"a\" from \"monitoring\".\"api_call_logs\" where x"))
        .isEqualTo("monitoring.api_call_logs");
    assertThat(QueryTimes.find("insert into identity.users (email) values ('from x.y')"))
        .isEqualTo("identity.users");
    assertThat(QueryTimes.find("update testing.test_runs set x = 1"))
        .isEqualTo("testing.test_runs");
    assertThat(QueryTimes.find("select 1")).isEqualTo("other");
    assertThat(
            List.of(QueryTimes.verb("  SELECT 1"), QueryTimes.verb("vacuum"), QueryTimes.verb("")))
        .containsExactly("select", "other", "other");
  }
}
