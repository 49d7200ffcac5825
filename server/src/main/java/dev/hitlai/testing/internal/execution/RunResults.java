package dev.hitlai.testing.internal.execution;

import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.AgentWork;
import dev.hitlai.aitester.StepRecord;
import dev.hitlai.aitester.TestReport;
import dev.hitlai.aitester.action.Outcome;
import dev.hitlai.aitester.report.RunDocuments;
import dev.hitlai.monitoring.AgentExecutions;
import dev.hitlai.monitoring.Measurements;
import dev.hitlai.monitoring.MetricType;
import dev.hitlai.testers.BuiltInEngine;
import dev.hitlai.testing.ModelUse;
import dev.hitlai.testing.RunStatus;
import dev.hitlai.testing.TestType;
import dev.hitlai.testing.internal.Json;
import dev.hitlai.testing.internal.findings.FindingRows;
import dev.hitlai.testing.internal.runs.RunCancellation;
import dev.hitlai.testing.internal.runs.RunEnding;
import dev.hitlai.testing.internal.runs.Runs;
import dev.hitlai.testing.internal.runs.TestRun;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jooq.JSONB;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the result of an attempt in its place and ends the run, in one transaction. */
@Component
class RunResults {
  /** Agents that think, as opposed to looking, acting and judging. */
  private static final Set<Agent> MIND =
      Set.of(Agent.MISSION_PLANNER, Agent.NAVIGATOR, Agent.FRUSTRATION_METER);

  private final Runs runs;
  private final RunEnding ending;
  private final FindingRows findings;
  private final Reviews reviews;
  private final AgentExecutions agents;
  private final Measurements measurements;
  private final Suspicions suspicions;
  private final ObjectProvider<ModelUse> uses;

  RunResults(
      Runs runs,
      RunEnding ending,
      FindingRows findings,
      Reviews reviews,
      AgentExecutions agents,
      Measurements measurements,
      Suspicions suspicions,
      ObjectProvider<ModelUse> uses) {
    this.runs = runs;
    this.ending = ending;
    this.findings = findings;
    this.reviews = reviews;
    this.agents = agents;
    this.measurements = measurements;
    this.suspicions = suspicions;
    this.uses = uses;
  }

  @Transactional
  public void accept(TestRun run, TestReport unreviewed) {
    if (current(run).isEmpty()) {
      return;
    }
    var reviewed = reviews.review(run, unreviewed);
    var report = reviewed.report();
    var issues = findings.settle(run, report.findings(), reviewed.outcomes());
    reviews.stored(run, reviewed, issues);
    suspicions.publish(run, report);
    report.agentWork().forEach(work -> record(run, work));
    report.results().forEach(result -> result.steps().forEach(this::measure));
    var columns = columns(report);
    columns.putAll(spent(run, report));
    if (wasCancelled(report)) {
      ending.fail(run, columns, RunCancellation.CODE, RunCancellation.MESSAGE, false);
    } else if (run.type() == TestType.HYBRID) {
      // People have their part even when every finding stands: they carry the mission out, too.
      ending.pause(run, columns);
    } else {
      ending.complete(run, columns);
    }
  }

  /**
   * Ends the run without a result.
   *
   * @param work what the agents did until then
   */
  @Transactional
  public void refuse(TestRun run, Failure failure, List<AgentWork> work) {
    if (current(run).isEmpty()) {
      return;
    }
    work.forEach(done -> record(run, done));
    ending.fail(run, Map.of(), failure.kind().code(), failure.message(), true);
  }

  /** The run, if this attempt still is the current one. */
  private Optional<TestRun> current(TestRun run) {
    return runs.lock(run.id())
        .filter(now -> now.status() == RunStatus.RUNNING && now.attempt() == run.attempt());
  }

  private void record(TestRun run, AgentWork work) {
    agents.record(
        new AgentExecutions.Work(
            work.agent().displayName(),
            run.id(),
            run.companyId(),
            work.startedAt(),
            work.duration(),
            work.succeeded(),
            work.input(),
            work.output()));
  }

  /** A step that led to another page counts as a page load, the rest as a browser's action. */
  private void measure(StepRecord step) {
    var kind = step.outcome().kind();
    measurements.add(
        kind == Outcome.Kind.NAVIGATED ? MetricType.PAGE_LOAD : MetricType.BROWSER_ACTION,
        "AI tester",
        step.action().getClass().getSimpleName().toLowerCase(Locale.ROOT),
        Duration.ofMillis(step.actualMillis()),
        kind == Outcome.Kind.ERROR ? Measurements.Result.FAILED : Measurements.Result.FINE);
  }

  private static boolean wasCancelled(TestReport report) {
    return report.results().stream()
        .anyMatch(result -> result.outcome() == TestReport.MissionOutcome.CANCELLED);
  }

  private static Map<Field<?>, Object> columns(TestReport report) {
    int steps = report.results().stream().mapToInt(result -> result.steps().size()).sum();
    var columns = new HashMap<Field<?>, Object>();
    columns.put(TEST_RUNS.SCORE, rounded(report.score(), 2));
    columns.put(TEST_RUNS.SENTIMENT_SCORE, rounded(report.sentiment(), 4));
    columns.put(TEST_RUNS.OUTCOME, outcome(report));
    columns.put(TEST_RUNS.TOTAL_STEPS, steps);
    columns.put(TEST_RUNS.CURRENT_STEP_INDEX, steps);
    columns.put(TEST_RUNS.AUDIT_RESULTS, Json.of(report.scoreParts()));
    columns.putAll(engine(report));
    columns.put(TEST_RUNS.AI_METADATA, Json.of(Map.of("engine", report.engine())));
    columns.put(
        TEST_RUNS.FINAL_REPORT,
        JSONB.valueOf(
            new String(
                RunDocuments.toJson(RunDocuments.of(report)),
                java.nio.charset.StandardCharsets.UTF_8)));
    return columns;
  }

  /** What really ran, whatever was picked: the engine says its name. */
  private static Map<Field<?>, Object> engine(TestReport report) {
    var columns = new HashMap<Field<?>, Object>();
    if (report.engine().equals(BuiltInEngine.ENGINE)) {
      columns.put(TEST_RUNS.TESTER_CATEGORY, BuiltInEngine.ITEM.category());
      columns.put(TEST_RUNS.AI_MODEL_PROVIDER, BuiltInEngine.PROVIDER);
      columns.put(TEST_RUNS.AI_MODEL_VERSION, BuiltInEngine.VERSION);
      columns.put(TEST_RUNS.AI_TOKENS_USED, 0);
      columns.put(TEST_RUNS.AI_COST_USD, BigDecimal.ZERO);
    }
    columns.put(
        TEST_RUNS.AI_INFERENCE_TIME_MS,
        report.agentWork().stream()
            .filter(work -> MIND.contains(work.agent()))
            .mapToLong(work -> work.duration().toMillis())
            .sum());
    return columns;
  }

  /** What a model took part in counts also where the built-in engine finished the run. */
  private Map<Field<?>, Object> spent(TestRun run, TestReport report) {
    var use = report.engine().equals(BuiltInEngine.ENGINE) ? null : uses.getIfAvailable();
    if (use == null) {
      return Map.of();
    }
    var used = use.of(run.id());
    var columns = new HashMap<Field<?>, Object>();
    columns.put(TEST_RUNS.AI_MODEL_VERSION, report.engine());
    columns.put(TEST_RUNS.AI_TOKENS_USED, used.tokens());
    columns.put(TEST_RUNS.AI_COST_USD, used.costUsd());
    return columns;
  }

  private static BigDecimal rounded(double value, int digits) {
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
  }

  /** The column knows three outcomes: a tester that ran out of time has not reached the goal. */
  private static String outcome(TestReport report) {
    return report.results().stream()
        .map(TestReport.MissionResult::outcome)
        .map(
            outcome ->
                switch (outcome) {
                  case DONE, GAVE_UP, FAILED -> outcome.name().toLowerCase(Locale.ROOT);
                  case OUT_OF_BUDGET, CANCELLED -> "failed";
                })
        .findFirst()
        .orElse("failed");
  }
}
