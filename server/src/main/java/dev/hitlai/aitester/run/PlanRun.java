package dev.hitlai.aitester.run;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.EvidenceStore;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Oversight;
import dev.hitlai.aitester.RunListener;
import dev.hitlai.aitester.Secrets;
import dev.hitlai.aitester.SiteUntestable;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.aitester.TestReport;
import dev.hitlai.aitester.TestReport.PageSummary;
import dev.hitlai.aitester.audit.Audit;
import dev.hitlai.aitester.audit.Sight.Eyes;
import dev.hitlai.aitester.browser.BrowserPool;
import dev.hitlai.aitester.finding.FindingMerger;
import dev.hitlai.aitester.finding.Positives;
import dev.hitlai.aitester.finding.Score;
import dev.hitlai.aitester.gate.DoneStep;
import dev.hitlai.aitester.gate.GatedFinding;
import dev.hitlai.aitester.gate.QualityGates;
import dev.hitlai.aitester.gate.RunEvidence;
import dev.hitlai.aitester.mind.MindFactory;
import dev.hitlai.aitester.run.PersonaRun.Result;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** One test plan: its personas side by side, and the report put together in the plan's order. */
public final class PlanRun {
  private final TestPlan plan;
  private final BrowserPool pool;
  private final MindFactory minds;
  private final Supplier<List<Audit>> audits;
  private final Clock clock;
  private final EvidenceStore evidence;
  private final Relay relay;
  private final Keepsakes keepsakes;
  private final Map<Eyes, Album> albums = new HashMap<>();

  /**
   * @param audits makes a fresh set for each persona
   */
  public PlanRun(
      TestPlan plan,
      BrowserPool pool,
      MindFactory minds,
      Supplier<List<Audit>> audits,
      Clock clock,
      RunListener listener,
      EvidenceStore evidence) {
    this(plan, pool, minds, audits, clock, listener, evidence, Oversight.NONE);
  }

  /**
   * @param audits makes a fresh set for each persona
   * @param oversight asked before each action
   */
  public PlanRun(
      TestPlan plan,
      BrowserPool pool,
      MindFactory minds,
      Supplier<List<Audit>> audits,
      Clock clock,
      RunListener listener,
      EvidenceStore evidence,
      Oversight oversight) {
    this.plan = plan;
    this.pool = pool;
    this.minds = minds;
    this.audits = audits;
    this.clock = clock;
    this.evidence = evidence;
    relay =
        new Relay(
            listener,
            plan.personas().size() * Math.max(1, plan.missions().size()),
            Secrets.of(plan),
            oversight);
    keepsakes = new Keepsakes(evidence);
  }

  /**
   * Runs it to its end on the calling thread, which also hears the listener's news.
   *
   * @throws SiteUntestable when the start page can't be looked at
   */
  public TestReport run() {
    var started = clock.instant();
    long start = System.nanoTime();
    var results = results();
    requireSomethingSeen(results);
    var report = report(results, started, start);
    relay.deliverRest();
    return report;
  }

  /** A browser that failed before it showed anything has tested nothing; that is no result. */
  private static void requireSomethingSeen(List<Result> results) {
    var missions = results.stream().flatMap(result -> result.missions().stream()).toList();
    var nothingSeen =
        results.stream().allMatch(result -> result.pages().isEmpty())
            && missions.stream()
                .allMatch(mission -> mission.outcome() == TestReport.MissionOutcome.FAILED);
    if (nothingSeen) {
      throw new IllegalStateException(missions.getFirst().explanation());
    }
  }

  private List<Result> results() {
    relay.askWhetherToStop();
    var runs = IntStream.range(0, plan.personas().size()).mapToObj(this::personaRun).toList();
    var inPlanOrder = new TreeMap<Integer, Future<Result>>();
    slowestFirst().forEach(index -> inPlanOrder.put(index, pool.submit(runs.get(index)::run)));
    var futures = inPlanOrder.values();
    try {
      while (!futures.stream().allMatch(Future::isDone)) {
        relay.deliver();
      }
      var results = new ArrayList<Result>();
      for (var future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      relay.cancel();
      Thread.currentThread().interrupt();
      throw new java.util.concurrent.CancellationException("The test was interrupted");
    } catch (ExecutionException e) {
      relay.cancel();
      relay.deliverRest();
      throw unwrapped(e);
    }
  }

  /**
   * The first persona decides whether there is anything to test. After it come those who take
   * longest, so that none of them is left to run alone at the end.
   */
  private List<Integer> slowestFirst() {
    return IntStream.range(0, plan.personas().size())
        .boxed()
        .sorted(
            Comparator.comparing(index -> index > 0 && !plan.personas().get(index).slowNetwork()))
        .toList();
  }

  private static RuntimeException unwrapped(ExecutionException e) {
    return e.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException(e.getCause());
  }

  private PersonaRun personaRun(int index) {
    var persona = plan.personas().get(index);
    var log = new WorkLog(clock, relay);
    var album = albums.computeIfAbsent(Eyes.of(persona), _ -> new Album(evidence, persona.name()));
    var shots = new Shots(evidence, persona.name(), album);
    var states =
        new StateAudits(
            audits.get(), plan.budget().maxPages(), shots, keepsakes, log, relay, clock);
    return new PersonaRun(plan, persona, index == 0, minds, states, shots, log, relay);
  }

  private TestReport report(List<Result> results, java.time.Instant started, long start) {
    var log = new WorkLog(clock, relay);
    var raw = results.stream().flatMap(result -> result.findings().stream()).toList();
    var evidence = kept(results);
    relay.kept(evidence);
    var gated =
        log.by(
            Agent.CROSS_VERIFIER,
            raw.size() + " raw findings",
            () -> QualityGates.judge(FindingMerger.merge(raw), evidence),
            findings -> findings.size() + " distinct findings, " + held(findings) + " held back");
    var merged =
        gated.stream().filter(one -> !one.rejected()).map(GatedFinding::withTrail).toList();
    var findings =
        log.by(
            Agent.REPORT_WRITER,
            merged.size() + " findings",
            () -> annotated(merged, results),
            done -> "annotated " + done.size());
    return assembled(results, findings, gated, log, started, start);
  }

  private static long held(List<GatedFinding> gated) {
    return gated.stream().filter(GatedFinding::rejected).count();
  }

  /** What the browser kept of all personas' runs. */
  private RunEvidence kept(List<Result> results) {
    var steps =
        results.stream()
            .flatMap(result -> result.missions().stream())
            .flatMap(mission -> mission.steps().stream())
            .map(DoneStep::of)
            .toList();
    var frames = new HashMap<String, dev.hitlai.aitester.Box>();
    results.forEach(
        result -> result.shots().forEach((reference, shot) -> frames.put(reference, shot.frame())));
    var words = new ArrayList<>(plan.missions());
    plan.personas().forEach(persona -> words.add(persona.label()));
    var notKept = results.stream().flatMap(result -> result.notKept().stream()).toList();
    return new RunEvidence(keepsakes.pages(), steps, frames, words, notKept);
  }

  private List<Finding> annotated(List<Finding> findings, List<Result> results) {
    var shots = new HashMap<String, Shots.Shot>();
    results.forEach(result -> shots.putAll(result.shots()));
    return new AnnotatedFindings(shots, evidence).of(findings);
  }

  private TestReport assembled(
      List<Result> results,
      List<Finding> findings,
      List<GatedFinding> gated,
      WorkLog log,
      java.time.Instant started,
      long start) {
    var missions = inPlanOrder(results);
    var pages = pages(results);
    var score = Score.of(findings, missions, pages);
    var notTested = new LinkedHashSet<String>();
    results.forEach(result -> notTested.addAll(result.notTested()));
    gated.stream()
        .filter(GatedFinding::rejected)
        .forEach(one -> notTested.add("Held back by the gates: " + one.finding().title()));
    var work = new ArrayList<>(results.stream().flatMap(result -> result.work().stream()).toList());
    work.addAll(log.entries());
    return new TestReport(
        UUID.randomUUID().toString(),
        plan.url(),
        plan.missions(),
        plan.personas().stream().map(dev.hitlai.aitester.Persona::name).toList(),
        started,
        WorkLog.since(start),
        score.value(),
        score.parts(),
        missions.stream().mapToDouble(TestReport.MissionResult::sentiment).average().orElse(0.5),
        results.getFirst().engine(),
        plan.seed(),
        missions,
        findings,
        Positives.of(missions, findings, pages),
        pages,
        List.copyOf(notTested),
        work.stream().map(relay::discreet).toList(),
        plan.platform() == null ? null : plan.platform().name(),
        plan.allowedHosts().stream().sorted().toList(),
        gated);
  }

  /** Mission by mission, within it persona by persona. */
  private List<TestReport.MissionResult> inPlanOrder(List<Result> results) {
    var ordered = new ArrayList<TestReport.MissionResult>();
    for (int i = 0; i < Math.max(1, plan.missions().size()); i++) {
      for (var result : results) {
        ordered.add(result.missions().get(i));
      }
    }
    return ordered;
  }

  private static List<PageSummary> pages(List<Result> results) {
    var byAddress = new LinkedHashMap<String, PageSummary>();
    for (var result : results) {
      result.pages().forEach(page -> byAddress.putIfAbsent(page.url(), page));
    }
    return List.copyOf(byAddress.values());
  }
}
