package dev.hitlai.bench;

import dev.hitlai.aitester.gate.QualityGates;
import java.util.Map;

final class GatesBench implements Benchmark {
  @Override
  public String what() {
    return "quality gates: mutated findings caught, true ones blocked, time a finding";
  }

  @Override
  public void run() throws Exception {
    for (var run : KeptRuns.all()) {
      System.out.println("## " + run.name() + " pages " + run.evidence().pages().size() + " html " + run.evidence().pages().stream().mapToInt(p -> p.html().length()).sum());
      for (var judged : QualityGates.judge(run.findings(), run.evidence())) {
        var f = judged.finding();
        System.out.println(judged.action() + " " + f.rule() + " | " + f.title() + " | " + f.selector() + " | " + f.url() + " | " + f.evidence().measured());
        System.out.println("      D " + f.description());
        judged.verdicts().forEach(v -> v.evidence().forEach((k, s) -> { if (!s.startsWith("holds")) System.out.println("      " + k + " " + s); }));
      }
    }
    ResultLine.print("gates", Map.of(), 0, 0);
  }
}
