package dev.hitlai.aitester.run;

import dev.hitlai.aitester.AiTester;
import dev.hitlai.aitester.Budget;
import dev.hitlai.aitester.RunListener;
import dev.hitlai.aitester.SiteUntestable;
import dev.hitlai.aitester.SiteUntestable.Reason;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.aitester.TestReport;
import dev.hitlai.aitester.browser.BrowserInstallation;
import dev.hitlai.aitester.browser.BrowserPool;
import dev.hitlai.aitester.testsupport.Browsers;
import dev.hitlai.aitester.testsupport.Wanderer;
import dev.hitlai.demosite.HostilePage;
import dev.hitlai.demosite.HostilePage.Expectation;
import dev.hitlai.demosite.HostileSite;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class HostileSiteTest {
  /** How a run on a hostile page ended: a report, or the sentence that says why there is none. */
  private record Ending(HostilePage page, TestReport report, SiteUntestable untestable) {
    @Override
    public String toString() {
      return page.path()
          + " "
          + page.expectation()
          + ": "
          + (report == null
              ? untestable.reason() + " " + untestable.getMessage()
              : report.results().getFirst().outcome()
                  + " "
                  + report.results().getFirst().explanation());
    }
  }

  /** Each process of the pool that was seen while the runs went on. */
  private final Set<ProcessHandle> started = ConcurrentHashMap.newKeySet();

  private final Set<Long> before =
      ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());

  /** The checks are soft: a page that ends badly must not hide a process that is left over. */
  @Test
  void endsEveryHostilePageWithAReportOrASentenceAndLeavesNoProcessBehind() throws Exception {
    var checks = new SoftAssertions();
    try (var site = HostileSite.start(0);
        var pool = new BrowserPool(BrowserInstallation.find(System.getenv()), 2);
        var threads = Executors.newFixedThreadPool(2)) {
      var tester = new AiTester(pool, Wanderer.minds(), List::of, Clock.systemUTC());
      var endings = new LinkedHashMap<HostilePage, Future<Ending>>();
      for (var page : HostileSite.pages()) {
        endings.put(page, threads.submit(() -> ending(tester, site, page)));
      }
      for (var ending : endings.entrySet()) {
        check(ending.getKey(), ending.getValue(), checks);
      }
    }
    checks.assertThat(started).as("processes seen while the runs went on").isNotEmpty();
    checks.assertThat(leftOver()).as("processes left over").isEmpty();
    checks.assertAll();
  }

  private static void check(HostilePage page, Future<Ending> future, SoftAssertions checks)
      throws InterruptedException {
    try {
      var ending = future.get();
      if (page.expectation() != Expectation.UNTESTABLE) {
        checks.assertThat(ending.report()).as(ending.toString()).isNotNull();
      } else {
        checks.assertThat(ending.report()).as(ending.toString()).isNull();
      }
      if (ending.untestable() != null) {
        checks.assertThat(ending.untestable().getMessage()).endsWith(".").doesNotContain("\n");
      }
      checkWords(page, ending, checks);
    } catch (ExecutionException e) {
      checks.fail("A run on " + page.path() + " ended with neither", e.getCause());
    }
  }

  private static void checkWords(HostilePage page, Ending ending, SoftAssertions checks) {
    switch (page.path()) {
      case "/binary-garbage" ->
          checks.assertThat(ending.toString()).contains(Reason.NOT_A_PAGE.name());
      case "/endless-script" ->
          checks.assertThat(ending.toString()).contains(Reason.TIMEOUT.name());
      case "/cut-off" ->
          checks
              .assertThat(ending.report())
              .extracting(TestReport::notTested)
              .asString()
              .contains("/cut-off breaks off while it is sent; what had come was tested.");
      default -> {}
    }
  }

  private void noteProcesses() {
    ProcessHandle.current()
        .children()
        .filter(child -> !before.contains(child.pid()))
        .flatMap(child -> Stream.concat(Stream.of(child), child.descendants()))
        .forEach(started::add);
  }

  /** Those that do not end within a while after the pool was closed. */
  private Set<ProcessHandle> leftOver() throws Exception {
    try {
      CompletableFuture.allOf(
              started.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
          .get(10, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return started.stream().filter(ProcessHandle::isAlive).collect(Collectors.toSet());
    }
    return Set.of();
  }

  private Ending ending(AiTester tester, HostileSite site, HostilePage page) {
    var plan =
        new TestPlan(
            URI.create(site.url() + page.path()),
            List.of(),
            List.of(Browsers.persona("middle_age_moderate")),
            null,
            new Budget(Duration.ofSeconds(15), 2, 4),
            Set.of(),
            null,
            null,
            1);
    try {
      var report = tester.run(plan, noting(), (name, mediaType, content) -> name);
      return new Ending(page, report, null);
    } catch (SiteUntestable e) {
      return new Ending(page, null, e);
    }
  }

  /** Looks at the processes with each step, when the browser is at work. */
  private RunListener noting() {
    return new RunListener() {
      @Override
      public void progress(String what, double fraction) {
        noteProcesses();
      }
    };
  }
}
