package dev.hitlai.aitester.replay;

import dev.hitlai.aitester.EvidenceStore;
import dev.hitlai.aitester.SiteUntestable;
import dev.hitlai.aitester.browser.BrowserPool;
import dev.hitlai.aitester.browser.BrowserPool.Browsing;
import dev.hitlai.aitester.browser.PageFailure;
import dev.hitlai.aitester.browser.SessionSettings;
import dev.hitlai.aitester.report.RunDocument;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;

/**
 * Walks a recorded run again: the same actions on the same targets, found again on the pages as
 * they are now, without a mind and without audits. Missions follow each other, each in a fresh
 * session.
 */
public final class Replay {
  private final BrowserPool browsers;
  private final Clock clock;

  public Replay(BrowserPool browsers, Clock clock) {
    this.browsers = browsers;
    this.clock = clock;
  }

  /** Hears of the walk while it goes on. */
  public interface Listener {
    void mission(RunDocument.MissionOutcome mission);

    void step(ReplayReport.Step step);
  }

  /**
   * Walks it and waits for the end.
   *
   * @throws SiteUntestable when the start page can't be looked at, with one sentence that says why
   */
  public ReplayReport run(ReplayPlan plan, Listener listener, EvidenceStore evidence) {
    var started = clock.instant();
    var missions = new ArrayList<ReplayReport.Mission>();
    for (var mission : plan.missions()) {
      listener.mission(mission);
      var name = "replay-m" + (missions.size() + 1);
      missions.add(waitFor(browsing -> walk(browsing, plan, mission, listener, evidence, name)));
    }
    return new ReplayReport(
        ReplayReport.SCHEMA_VERSION,
        plan.recording().run().id(),
        plan.url().toString(),
        started.toString(),
        Duration.between(started, clock.instant()).toMillis(),
        ReplayReport.verdict(missions.stream().map(ReplayReport.Mission::verdict).toList()),
        missions);
  }

  private static ReplayReport.Mission walk(
      Browsing browsing,
      ReplayPlan plan,
      RunDocument.MissionOutcome mission,
      Listener listener,
      EvidenceStore evidence,
      String name) {
    var settings = SessionSettings.of(plan.planFor(mission), ReplayPlan.persona(mission));
    try (var session = browsing.open(settings)) {
      return new MissionReplay(plan, mission, session, evidence, listener::step, name).run();
    } catch (PageFailure e) {
      throw new SiteUntestable(
          SiteUntestable.Reason.BROWSER_MISSING, "The browser failed: " + e.getMessage());
    }
  }

  private ReplayReport.Mission waitFor(
      java.util.function.Function<Browsing, ReplayReport.Mission> work) {
    try {
      return browsers.submit(work).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.util.concurrent.CancellationException("The replay was interrupted");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }
}
