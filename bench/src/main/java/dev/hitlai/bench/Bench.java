package dev.hitlai.bench;

import java.util.Map;
import java.util.TreeMap;

/** {@code Bench NAME} runs a benchmark; without a name it lists them. */
public final class Bench {
  private static final Map<String, Benchmark> ALL =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("quality", new QualityBench()),
              Map.entry("audit", new AuditBench()),
              Map.entry("personas", new PersonasBench()),
              Map.entry("ingest", new IngestBench()),
              Map.entry("ingest-crash", new IngestCrashBench()),
              Map.entry("ingest-rows", new IngestRowsBench()),
              Map.entry("health", new HealthBench()),
              Map.entry("pages", new PagesBench()),
              Map.entry("recorder", new RecorderBench()),
              Map.entry("start", new StartBench()),
              Map.entry("status", new StatusBench()),
              Map.entry("tasks", new TaskBench()),
              Map.entry("unlock", new UnlockBench())));

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
