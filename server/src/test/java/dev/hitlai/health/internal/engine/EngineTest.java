package dev.hitlai.health.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.health.MonitorState;
import dev.hitlai.health.MonitorStateChanged;
import dev.hitlai.health.internal.engine.EngineServers.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers on one database, with a clock that the test moves. */
class EngineTest {
  private final EngineServers servers = new EngineServers();

  @BeforeEach
  void beginAnew() {
    servers.clear();
  }

  @Test
  void sharesChecksExactlyAndTakesOverWithinTwoIntervalsWhenOneDies() {
    servers.monitors(48, Duration.ofSeconds(1));
    var one = servers.start("one");
    var other = servers.start("other");
    servers.run(Duration.ofSeconds(5), one, other);
    assertThat(one.engine.plans().keySet())
        .doesNotContainAnyElementsOf(other.engine.plans().keySet());
    assertThat(one.engine.plans()).hasSizeBetween(22, 26);
    assertThat(one.engine.plans().size() + other.engine.plans().size()).isEqualTo(48);
    servers.run(Duration.ofSeconds(4), other);
    servers.store(one, other);
    assertThat(servers.probes()).isEqualTo(servers.stored());
    assertThat(other.engine.plans()).hasSize(48);
    assertThat(servers.longestGap()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void checksAThousandAgainWithinFiveSecondsOfARestartWithoutABurst() {
    servers.monitors(1000, Duration.ofSeconds(60));
    var first = servers.start("first");
    servers.run(Duration.ofSeconds(6), first);
    servers.store(first);
    assertThat(servers.checkedMonitors()).isEqualTo(1000);
    servers.clock.advance(Duration.ofMinutes(10));
    servers.forgetProbes();
    var second = servers.start("second");
    var busiest = 0;
    for (int i = 0; i < 11; i++) {
      int before = servers.probes();
      servers.run(Duration.ofMillis(500), second);
      busiest = Math.max(busiest, servers.probes() - before);
    }
    assertThat(servers.probes()).isGreaterThanOrEqualTo(1000);
    assertThat(busiest).isLessThanOrEqualTo(120);
  }

  @Test
  void losesNoTransitionWhenAServerDiesInTheMiddleOfAnOutage() {
    var monitor = servers.monitors(1, Duration.ofSeconds(2)).getFirst();
    var doomed = servers.start("doomed");
    servers.run(Duration.ofSeconds(5), doomed);
    servers.failing.add(monitor);
    while (doomed.engine.plans().get(monitor).shown().fold().failed().length() == 0) {
      servers.run(Duration.ofMillis(100), doomed);
    }
    // Confirms the outage, but dies before it is stored.
    servers.runWithoutStoring(Duration.ofMillis(1500), doomed);
    assertThat(doomed.engine.plans().get(monitor).shown().state()).isEqualTo(MonitorState.DOWN);
    assertThat(downs()).isEmpty();
    var heir = servers.start("heir");
    servers.run(Duration.ofSeconds(8), heir);
    assertThat(downs()).hasSize(1);
    assertThat(servers.told).containsAll(downs()).doesNotHaveDuplicates();
    // The dead one's results come in after all: the checks count, but nothing is told twice.
    int stored = servers.stored();
    servers.store(doomed, heir);
    assertThat(servers.stored()).isGreaterThan(stored);
    assertThat(downs()).hasSize(1);
    assertThat(servers.told).containsAll(downs()).doesNotHaveDuplicates();
  }

  private List<MonitorStateChanged> downs() {
    return servers.changes().stream().filter(change -> change.to() == MonitorState.DOWN).toList();
  }

  @Test
  void makesNoCheckLateWhileStoringHangs() throws InterruptedException {
    servers.monitors(20, Duration.ofSeconds(1));
    var server = servers.start("one");
    servers.run(Duration.ofSeconds(3), server);
    var release = new CountDownLatch(1);
    var storing = Thread.ofPlatform().start(() -> servers.storeSlowly(server, release));
    int before = servers.probes();
    servers.runWithoutStoring(Duration.ofSeconds(5), server);
    assertThat(servers.probes() - before).isBetween(95, 105);
    release.countDown();
    storing.join();
    servers.store(server);
    assertThat(servers.probes()).isEqualTo(servers.stored());
  }

  @Test
  void tellsOfOneOutageWhenAParentTakesItsChildrenDown() {
    var ids = servers.monitors(31, Duration.ofSeconds(2));
    var parent = ids.getFirst();
    servers.dependOn(ids.subList(1, 31), parent);
    var server = servers.start("one");
    servers.run(Duration.ofSeconds(5), server);
    servers.failing.addAll(ids);
    servers.run(Duration.ofSeconds(8), server);
    servers.store(server);
    var loud = new ArrayList<>(servers.changes());
    loud.removeIf(change -> change.to() != MonitorState.DOWN || change.silenced());
    assertThat(loud).extracting(MonitorStateChanged::monitorId).containsExactly(parent);
    assertThat(servers.changes().stream().filter(change -> change.to() == MonitorState.DOWN))
        .hasSize(31);
  }

  @Test
  void checksOutOfTurnWhenAsked() {
    var ids = servers.monitors(3, Duration.ofSeconds(600));
    Server server = servers.start("one");
    servers.run(Duration.ofSeconds(6), server);
    int before = servers.probes();
    servers.request(ids.subList(0, 2));
    servers.run(Duration.ofSeconds(4), server);
    assertThat(servers.probes() - before).isBetween(2, 3);
    servers.store(server);
    assertThat(servers.probes()).isEqualTo(servers.stored());
  }
}
