package dev.hitlai.bench;

import static java.util.Objects.requireNonNull;

import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.gate.GateVerdict.Action;
import dev.hitlai.aitester.gate.GatedFinding;
import dev.hitlai.aitester.gate.QualityGates;
import dev.hitlai.bench.KeptRuns.KeptRun;
import dev.hitlai.bench.Mutations.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The quality gates against findings that are true and a thousand that were made untrue in one
 * place. Caught: a check failed, so that it is rejected, flagged or shown to a person; that nothing
 * could be checked does not count.
 */
final class GatesBench implements Benchmark {
  private static final int MUTANTS = 1000;

  @Override
  public String what() {
    return "quality gates: findings made untrue that are caught, true ones blocked, time a finding";
  }

  private record Case(KeptRun run, Finding finding) {}

  @Override
  public void run() throws Exception {
    var runs = KeptRuns.all();
    var cases = new ArrayList<Case>();
    runs.forEach(run -> run.findings().forEach(finding -> cases.add(new Case(run, finding))));
    var metrics = new TreeMap<String, Object>();
    var gates = new TreeMap<String, QualityGates>();
    runs.forEach(run -> gates.put(run.name(), new QualityGates(run.evidence(), run.findings())));
    long blocked = 0;
    long decided = 0;
    for (var one : cases) {
      var judged = requireNonNull(gates.get(one.run().name())).judge(one.finding());
      blocked += judged.failed() ? 1 : 0;
      decided += judged.action() == Action.HUMAN_REVIEW_REQUIRED ? 0 : 1;
      if (judged.failed() || judged.action() != Action.APPROVED) {
        print("true, " + judged.action(), judged);
      }
    }
    metrics.put("true", cases.size());
    metrics.put("trueBlocked", ResultLine.rounded((double) blocked / cases.size()));
    metrics.put("decidedAutomatically", ResultLine.rounded((double) decided / cases.size()));
    double caught = mutants(cases, gates, metrics);
    time(runs, metrics);
    ResultLine.print("gates", metrics, caught, MUTANTS);
  }

  private static double mutants(
      List<Case> cases, Map<String, QualityGates> gates, Map<String, Object> metrics) {
    var mutations = new Mutations(7);
    var made = new EnumMap<Kind, int[]>(Kind.class);
    int all = 0;
    int caught = 0;
    for (int i = 0; all < MUTANTS; i++) {
      var one = cases.get((i * 31 + i / cases.size()) % cases.size());
      var kind = Kind.values()[i % Kind.values().length];
      var mutant = mutations.of(kind, one.finding(), one.run().evidence());
      if (mutant.isEmpty()) {
        continue;
      }
      var judge =
          kind == Kind.DROPPED_STEP
              ? new QualityGates(mutant.get().evidence(), one.run().findings())
              : requireNonNull(gates.get(one.run().name()));
      var judged = judge.judge(mutant.get().finding());
      var count = made.computeIfAbsent(kind, _ -> new int[2]);
      count[0]++;
      all++;
      if (judged.failed()) {
        count[1]++;
        caught++;
      } else {
        print("missed " + kind, judged);
      }
    }
    made.forEach((kind, count) -> metrics.put("caught" + kind, count[1] + " of " + count[0]));
    return (double) caught / all;
  }

  /** Each run as the platform judges it, evidence read included. */
  private static void time(List<KeptRun> runs, Map<String, Object> metrics) {
    double worst = 0;
    long findings = 0;
    long nanos = 0;
    for (int round = 0; round < 5; round++) {
      for (var run : runs) {
        if (run.findings().isEmpty()) {
          continue;
        }
        long start = System.nanoTime();
        QualityGates.judge(run.findings(), run.evidence());
        long spent = System.nanoTime() - start;
        if (round > 0) {
          worst = Math.max(worst, spent / 1e6 / run.findings().size());
          nanos += spent;
          findings += run.findings().size();
        }
      }
    }
    metrics.put("millisEach", ResultLine.rounded(nanos / 1e6 / findings));
    metrics.put("millisEachInTheWorstRun", ResultLine.rounded(worst));
  }

  private static void print(String what, GatedFinding judged) {
    var finding = judged.finding();
    System.out.println(
        what
            + " · "
            + finding.rule()
            + " · "
            + finding.title()
            + " · "
            + finding.selector()
            + " · "
            + finding.url());
    System.out.println("    " + finding.description() + " · " + finding.recommendation());
    judged
        .verdicts()
        .forEach(
            verdict ->
                verdict
                    .issues()
                    .forEach(issue -> System.out.println("    " + verdict.gate() + " " + issue)));
  }
}
