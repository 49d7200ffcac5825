package dev.hitlai.aitester.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.aitester.Budget;
import dev.hitlai.aitester.RunListener;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.aitester.TestReport;
import dev.hitlai.aitester.TestReport.MissionOutcome;
import dev.hitlai.aitester.TestReport.MissionResult;
import dev.hitlai.aitester.browser.BrowserInstallation;
import dev.hitlai.aitester.browser.BrowserPool;
import dev.hitlai.aitester.testsupport.Browsers;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class PlanRunTest {
  private static final RunListener STOPPED =
      new RunListener() {
        @Override
        public boolean cancelled() {
          return true;
        }
      };

  @Test
  void startsNoBrowserForARunThatIsStoppedBeforeItBegins() {
    var before = children();
    try (var pool = pool()) {
      var report = run(pool, STOPPED);
      assertThat(children()).isEqualTo(before);
      assertThat(report.pages()).isEmpty();
      assertThat(report.results())
          .extracting(MissionResult::mission, MissionResult::persona, MissionResult::outcome)
          .containsExactly(
              cancelled("Buy tea", "middle_age_moderate"),
              cancelled("Buy tea", "mobile_commuter"),
              cancelled("Find help", "middle_age_moderate"),
              cancelled("Find help", "mobile_commuter"));
      assertThat(report.results())
          .extracting(MissionResult::explanation)
          .containsOnly("Stopped on request before it began.");
    }
  }

  @Test
  void givesUpTheRunWhenItsThreadIsInterrupted() {
    var free = new CompletableFuture<Void>();
    try (var pool = pool()) {
      pool.submit(_ -> free.join()); // The run has to wait for its turn.
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> run(pool, STOPPED)).isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
      free.complete(null);
    }
  }

  @Test
  void takesNoWorkAfterThePoolIsClosed() {
    var pool = pool();
    pool.close();
    assertThatThrownBy(() -> run(pool, STOPPED))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The browser pool is closed");
  }

  private static Tuple cancelled(String mission, String persona) {
    return Tuple.tuple(mission, persona, MissionOutcome.CANCELLED);
  }

  /** Its browser does not exist, so that any attempt to start it fails the run. */
  private static BrowserPool pool() {
    return new BrowserPool(new BrowserInstallation(Path.of("/nowhere/chromium")), 1);
  }

  private static TestReport run(BrowserPool pool, RunListener listener) {
    var plan =
        new TestPlan(
            URI.create("http://127.0.0.1:9/"),
            List.of("Buy tea", "Find help"),
            List.of(Browsers.persona("middle_age_moderate"), Browsers.persona("mobile_commuter")),
            null,
            new Budget(Duration.ofSeconds(5), 2, 3),
            Set.of(),
            null,
            null,
            1);
    return new PlanRun(
            plan,
            pool,
            (mission, persona, start, maxSteps, seed) -> {
              throw new AssertionError("Nobody needs to think about a run that does not begin");
            },
            List::of,
            Clock.systemUTC(),
            listener,
            (name, mediaType, content) -> name)
        .run();
  }

  private static Set<Long> children() {
    return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
  }
}
