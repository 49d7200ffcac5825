package dev.hitlai.bench;

import static java.util.Map.entry;

import java.util.Map;
import java.util.TreeMap;

/** {@code Bench NAME} runs a benchmark; without a name it lists them. */
public final class Bench {
  private static final Map<String, Benchmark> ALL =
      new TreeMap<>(
          Map.ofEntries(
              entry("audit", new AuditBench()),
              entry("gates", new GatesBench()),
              entry("health", new HealthBench()),
              entry("health-crash", new HealthCrashBench()),
              entry("health-pair", new HealthPairBench()),
              entry("ingest", new IngestBench()),
              entry("ingest-crash", new IngestCrashBench()),
              entry("ingest-rows", new IngestRowsBench()),
              entry("pages", new PagesBench()),
              entry("personas", new PersonasBench()),
              entry("quality", new QualityBench()),
              entry("recorder", new RecorderBench()),
              entry("rules", new RulesBench()),
              entry("similar", new SimilarBench()),
              entry("start", new StartBench()),
              entry("status", new StatusBench()),
              entry("tasks", new TaskBench()),
              entry("train", new TrainBench()),
              entry("unlock", new UnlockBench())));

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0) {
      ALL.forEach((name, benchmark) -> System.out.printf("%-12s %s%n", name, benchmark.what()));
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
