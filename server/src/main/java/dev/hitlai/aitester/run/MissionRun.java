package dev.hitlai.aitester.run;

import com.microsoft.playwright.PlaywrightException;
import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.StepRecord;
import dev.hitlai.aitester.StepRecord.Landing;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.aitester.TestReport.MissionOutcome;
import dev.hitlai.aitester.TestReport.MissionResult;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.action.Outcome;
import dev.hitlai.aitester.browser.Actuator;
import dev.hitlai.aitester.browser.BrowserSession;
import dev.hitlai.aitester.browser.PageFailure;
import dev.hitlai.aitester.finding.Trace;
import dev.hitlai.aitester.mind.Decision;
import dev.hitlai.aitester.mind.Mind;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import dev.hitlai.aitester.perception.Perception;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One mission as one persona: look, judge, choose, act, learn, until done or at the end. */
final class MissionRun {
  /** A page may fail this often before the site counts as failed for this person. */
  private static final int MAX_FAILURES = 3;

  /** Error of keystroke-level predictions (Card, Moran and Newell 1983: about 20 %). */
  private static final double TIME_ERROR = 0.2;

  private final TestPlan plan;
  private final int missionIndex;
  private final String mission;
  private final Persona persona;
  private final BrowserSession session;
  private final Actuator actuator;
  private final Mind mind;
  private final StateAudits audits;
  private final Shots shots;
  private final WorkLog log;
  private final Relay relay;
  private final Limits limits;
  private final List<Trace> traces = new ArrayList<>();
  private int failures;

  MissionRun(PersonaRun run, int missionIndex, String mission, BrowserSession session, Mind mind) {
    plan = run.plan();
    persona = run.persona();
    audits = run.audits();
    shots = run.shots();
    log = run.log();
    relay = run.relay();
    limits = new Limits(plan.budget(), relay);
    this.missionIndex = missionIndex;
    this.mission = mission;
    this.session = session;
    this.mind = mind;
    actuator = new Actuator(session);
  }

  /** What led to each step, for the judgement of behaviour. */
  List<Trace> traces() {
    return List.copyOf(traces);
  }

  MissionResult run(PageView start) {
    PageView view = start;
    while (true) {
      var stop = limits.reached(traces.size(), session.timeLeft());
      if (stop.isPresent()) {
        return result(stop.get().outcome(), stop.get().explanation());
      }
      try {
        view = view == null ? perceive() : view;
        if (view.url().equals("about:blank")) {
          return result(MissionOutcome.FAILED, "The page closed itself.");
        }
        audits.inspect(session, view, mission);
        var step = step(view);
        if (step == null) {
          return ended();
        }
        view = step.after();
      } catch (PageFailure | PlaywrightException e) {
        view = null;
        if (session.timeLeft().isZero()) {
          continue; // Ended by the clock.
        }
        if (++failures >= MAX_FAILURES || !reopen()) {
          return result(MissionOutcome.FAILED, "The page stopped answering: " + e.getMessage());
        }
      }
    }
  }

  /** The page stands still from here until the tester acts. */
  private PageView perceive() {
    return log.by(
        Agent.PERCEIVER,
        session.page().url(),
        () -> {
          session.hold();
          return Perception.of(session);
        },
        Perception::summary);
  }

  /** One decision carried out; null when it ended the mission. */
  private @Nullable Trace step(PageView view) {
    int index = traces.size() + 1;
    relay.progress(
        missionIndex + persona.name(),
        persona.label() + ": step " + index,
        Math.max((double) index / plan.budget().maxSteps(), spent()));
    var decision =
        log.by(
            Agent.NAVIGATOR,
            view.url(),
            () -> mind.decide(view),
            chosen -> chosen.action().describe());
    boolean ends =
        decision.action() instanceof Action.Finish || decision.action() instanceof Action.GiveUp;
    var picture =
        shots.screen(session, view, "m" + (missionIndex + 1) + "-step-%02d".formatted(index));
    session.release();
    long start = System.nanoTime();
    var outcome =
        log.by(
            Agent.INTERACTION_AGENT,
            decision.action().describe(),
            () -> perform(decision.action(), view, ends),
            done -> done.kind() + ": " + done.detail());
    long millis = WorkLog.since(start).toMillis();
    var after = ends ? view : perceive();
    var step = record(index, decision, outcome, view, millis, picture, Landing.of(after));
    var trace = new Trace(decision, felt(step, after, ends), view, after);
    traces.add(trace);
    relay.step(trace.step());
    return ends ? null : trace;
  }

  /** What the platform's rules forbid is not done, and the mind learns that it can't be. */
  private Outcome perform(Action action, PageView view, boolean ends) {
    var forbidden = ends ? null : relay.oversight().forbids(action, view);
    return forbidden == null
        ? actuator.perform(action)
        : new Outcome(Outcome.Kind.ERROR, forbidden, List.of());
  }

  private double spent() {
    double all = plan.budget().time().toMillis();
    return 1 - session.timeLeft().toMillis() / all;
  }

  private StepRecord record(
      int index,
      Decision decision,
      Outcome outcome,
      PageView view,
      long millis,
      @Nullable String picture,
      Landing landing) {
    var target = target(decision.action());
    return new StepRecord(
        index,
        missionIndex,
        persona.name(),
        decision.subGoal(),
        decision.action(),
        outcome,
        view.url(),
        target == null ? null : target.selector(),
        target == null ? null : target.label(),
        decision.reason(),
        decision.scent(),
        decision.predictedSeconds(),
        millis,
        mind.mood().sentiment(),
        picture,
        landing);
  }

  /** The step with the mood that it left behind. */
  private StepRecord felt(StepRecord step, PageView after, boolean ends) {
    if (!ends) {
      log.by(
          Agent.FRUSTRATION_METER,
          step.outcome().detail(),
          () -> {
            mind.learn(step, after);
            return mind.mood();
          },
          mood ->
              "frustration %.2f, sentiment %.2f".formatted(mood.frustration(), mood.sentiment()));
    }
    return step.felt(mind.mood().sentiment());
  }

  private static @Nullable Element target(Action action) {
    return switch (action) {
      case Action.Click click -> click.target();
      case Action.Type type -> type.target();
      case Action.Select select -> select.target();
      case Action.Check check -> check.target();
      case Action.Hover hover -> hover.target();
      case Action.Keys keys -> keys.target();
      case Action.Gesture gesture -> gesture.target();
      case Action.Drag drag -> drag.source();
      case Action.Mark mark -> mark.target();
      case Action.Press _,
          Action.Scroll _,
          Action.Back _,
          Action.Await _,
          Action.Open _,
          Action.Finish _,
          Action.GiveUp _ ->
          null;
    };
  }

  private boolean reopen() {
    try {
      session.recover();
      session.open(plan.url().toString());
      return true;
    } catch (PageFailure | PlaywrightException e) {
      audits.leaveOut(
          "After a failure the site could not be opened again: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
      return false;
    }
  }

  private MissionResult ended() {
    var last = traces.getLast();
    return switch (last.step().action()) {
      case Action.Finish finish -> result(MissionOutcome.DONE, finish.why());
      case Action.GiveUp giveUp ->
          result(
              MissionOutcome.GAVE_UP,
              "Gave up at step " + last.step().index() + ": " + giveUp.why());
      default -> throw new IllegalStateException("Not an end: " + last.step().action().describe());
    };
  }

  private MissionResult result(MissionOutcome outcome, String explanation) {
    double seconds = traces.stream().mapToDouble(trace -> trace.step().predictedSeconds()).sum();
    return new MissionResult(
        mission,
        persona.name(),
        outcome,
        explanation,
        traces.stream().map(Trace::step).toList(),
        seconds,
        seconds * (1 - TIME_ERROR),
        seconds * (1 + TIME_ERROR),
        mind.mood().sentiment());
  }
}
