package dev.hitlai.bench;

import java.util.Map;
import java.util.TreeMap;

/** {@code Bench NAME} runs a benchmark; without a name it lists them. */
public final class Bench {
  private static final Map<String, Benchmark> ALL =
      new TreeMap<>(
          Map.of(
              "quality", new QualityBench(),
              "audit", new AuditBench(),
              "personas", new PersonasBench(),
              "gates", new GatesBench(),
              "health", new HealthBench(),
              "pages", new PagesBench(),
              "start", new StartBench(),
              "status", new StatusBench(),
              "tasks", new TaskBench(),
              "unlock", new UnlockBench()));

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0) {
      ALL.forEach((name, benchmark) -> System.out.printf("%-10s %s%n", name, benchmark.what()));
      return;
    }
    var benchmark = ALL.get(arguments[0]);
    if (benchmark == null) {
      System.err.println("There is no benchmark " + arguments[0] + "; there are " + ALL.keySet());
      System.exit(2);
      return;
    }
    System.out.println(Machine.describe());
    benchmark.run();
  }
}
