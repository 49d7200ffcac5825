package dev.hitlai.aitester.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.AiTester;
import dev.hitlai.aitester.Budget;
import dev.hitlai.aitester.RunListener;
import dev.hitlai.aitester.SiteUntestable;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HostileSiteTest {
  /** Pages that can be looked at before they fail: a run may have ended by then. */
  private static final Set<String> GOOD_AT_FIRST =
      Set.of("/closes-itself", "/endless-script", "/binary-garbage");

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

  @Test
  void endsEveryHostilePageWithAReportOrASentenceAndLeavesNoProcessBehind() throws Exception {
    var before = children();
    List<Ending> endings;
    try (var site = HostileSite.start(0);
        var pool = new BrowserPool(BrowserInstallation.find(System.getenv()), 2);
        var threads = Executors.newFixedThreadPool(2)) {
      var tester = new AiTester(pool, Wanderer.minds(), List::of, Clock.systemUTC());
      var futures = new ArrayList<Future<Ending>>();
      for (var page : HostileSite.pages()) {
        futures.add(threads.submit(() -> ending(tester, site, page)));
      }
      endings = new ArrayList<>();
      for (var future : futures) {
        endings.add(future.get());
      }
    }
    assertThat(endings)
        .allSatisfy(
            ending -> {
              if (ending.page().expectation() != Expectation.UNTESTABLE) {
                assertThat(ending.report()).as(ending.toString()).isNotNull();
              } else if (!GOOD_AT_FIRST.contains(ending.page().path())) {
                assertThat(ending.untestable()).as(ending.toString()).isNotNull();
                assertThat(ending.untestable().getMessage()).endsWith(".").doesNotContain("\n");
              }
            });
    assertThat(children()).isSubsetOf(before);
  }

  private static Ending ending(AiTester tester, HostileSite site, HostilePage page) {
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
      var report = tester.run(plan, new RunListener() {}, (name, mediaType, content) -> name);
      return new Ending(page, report, null);
    } catch (SiteUntestable e) {
      return new Ending(page, null, e);
    }
  }

  private static Set<Long> children() {
    return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
  }
}
