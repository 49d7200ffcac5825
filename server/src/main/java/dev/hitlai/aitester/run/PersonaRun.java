package dev.hitlai.aitester.run;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.AgentWork;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.SiteUntestable;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.aitester.TestReport.MissionOutcome;
import dev.hitlai.aitester.TestReport.MissionResult;
import dev.hitlai.aitester.TestReport.PageSummary;
import dev.hitlai.aitester.browser.BrowserPool.Browsing;
import dev.hitlai.aitester.browser.BrowserSession;
import dev.hitlai.aitester.browser.PageFailure;
import dev.hitlai.aitester.browser.SessionSettings;
import dev.hitlai.aitester.finding.BehaviourFindings;
import dev.hitlai.aitester.mind.Mind;
import dev.hitlai.aitester.mind.MindFactory;
import dev.hitlai.aitester.page.PageView;
import dev.hitlai.aitester.perception.Perception;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All missions of one persona, one after the other in one browser, each in a session of its own.
 * They share what was audited: a page state is judged once per persona.
 *
 * @param first whether this persona takes the first look: if it can't, the site is untestable
 */
record PersonaRun(
    TestPlan plan,
    Persona persona,
    boolean first,
    MindFactory minds,
    StateAudits audits,
    Shots shots,
    WorkLog log,
    Relay relay) {

  /** What came of it, in the order of the missions. */
  record Result(
      List<MissionResult> missions,
      List<Finding> findings,
      List<PageSummary> pages,
      List<String> notTested,
      List<String> notKept,
      List<AgentWork> work,
      Map<String, Shots.Shot> shots,
      String engine) {}

  Result run(Browsing browsing) {
    var results = new ArrayList<MissionResult>();
    var behaviour = new ArrayList<Finding>();
    var engine = "offline";
    var missions = plan.missions().isEmpty() ? List.of("") : plan.missions();
    for (int i = 0; i < missions.size(); i++) {
      var mission = missions.get(i);
      if (relay.cancelled()) {
        results.add(failed(mission, relay.whyStopped() + " before it began."));
        continue; // A browser need not be started to say so.
      }
      try (var session = browsing.open(SessionSettings.of(plan, persona))) {
        session.record(relay.recorder());
        var start = firstLook(session);
        var mind = mind(mission, i);
        var run = new MissionRun(this, i, mission, session, mind);
        results.add(run.run(start));
        engine = engine.equals("offline") ? mind.engine() : engine;
        behaviour.addAll(BehaviourFindings.of(run.traces(), persona, mission));
      } catch (SiteUntestable e) {
        results.add(failed(mission, e, i));
      } catch (PageFailure e) {
        results.add(failed(mission, "The browser failed: " + e.getMessage()));
      }
      relay.progress(i + persona.name(), persona.label() + ": mission ended", 1);
    }
    var findings = new ArrayList<>(audits.findings());
    findings.addAll(behaviour);
    behaviour.forEach(relay::finding);
    return new Result(
        results,
        findings,
        audits.pages(),
        audits.notTested(),
        audits.notKept(),
        log.entries(),
        shots.byReference(),
        engine);
  }

  private PageView firstLook(BrowserSession session) {
    return log.by(
        Agent.PERCEIVER,
        plan.url().toString(),
        () -> StartPage.open(session, audits::leaveOut),
        Perception::summary);
  }

  private Mind mind(String mission, int index) {
    long seed = plan.seed() + 1_000_003L * index + persona.name().hashCode();
    return log.by(
        Agent.MISSION_PLANNER,
        mission.isBlank() ? "look around" : mission,
        () -> minds.create(mission, persona, plan.url(), plan.budget().maxSteps(), seed),
        mind -> mind.subGoals().size() + " sub-goals");
  }

  /** The first look decides on the site; later ones only on their mission. */
  private MissionResult failed(String mission, SiteUntestable cause, int index) {
    if (first && index == 0) {
      relay.cancel();
      throw cause;
    }
    return failed(mission, String.valueOf(cause.getMessage()));
  }

  private MissionResult failed(String mission, @Nullable String why) {
    var cancelled = relay.cancelled() ? MissionOutcome.CANCELLED : MissionOutcome.FAILED;
    return new MissionResult(
        mission, persona.name(), cancelled, String.valueOf(why), List.of(), 0, 0, 0, 0);
  }
}
