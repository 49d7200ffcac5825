package dev.hitlai.bench;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.ShippedPersonas;
import dev.hitlai.aitester.browser.BrowserPool;
import dev.hitlai.aitester.mind.OfflineMindFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How many of the interactive pages the offline mind solves, and how fast. {@code
 * -Dhitlai.bench.half} names the half, {@code -Dhitlai.bench.only} a pattern of the names to try,
 * {@code -Dhitlai.bench.seeds} how many variants of each.
 */
final class TaskBench implements Benchmark {
  private record Tried(String name, TaskAttempt.Result result) {}

  @Override
  public String what() {
    return "share of the interactive pages that are solved without a model, and the time for it";
  }

  @Override
  public void run() throws Exception {
    var half = System.getProperty("hitlai.bench.half", "dev");
    var persona =
        ShippedPersonas.named(System.getProperty("hitlai.bench.persona", "middle_age_moderate"))
            .orElseThrow();
    try (var pool = new BrowserPool(installation(), 1);
        var pages = new TaskPages(folder())) {
      new OfflineMindFactory()
          .create("look around", persona, pages.address(half, "", 1), 1, 1); // loads the embeddings
      report(half, tried(pages, half, persona, pool));
    }
  }

  private static dev.hitlai.aitester.browser.BrowserInstallation installation() {
    return dev.hitlai.aitester.browser.BrowserInstallation.find(System.getenv());
  }

  private static Path folder() {
    var home = System.getenv("HITLAI_HOME");
    return Path.of(home == null ? "." : home).resolve("bench/tasks");
  }

  private static List<Tried> tried(TaskPages pages, String half, Persona persona, BrowserPool pool)
      throws IOException, InterruptedException {
    int seeds = Integer.getInteger("hitlai.bench.seeds", 3);
    var only = System.getProperty("hitlai.bench.only", ".*");
    var all = new ArrayList<Tried>();
    for (var name : pages.names(half)) {
      for (int seed = 1; name.matches(only) && seed <= seeds; seed++) {
        var result = TaskAttempt.at(pages.address(half, name, seed), persona, pool);
        all.add(new Tried(name, result));
        print(name, seed, result);
      }
    }
    return all;
  }

  private static void print(String name, int seed, TaskAttempt.Result result) {
    System.out.printf(
        "%-6s %-28s %d  %5.2f s  %s%n",
        result.verdict(), name, seed, result.seconds(), result.instruction());
    if (!result.solved() || Boolean.getBoolean("hitlai.bench.steps")) {
      result.steps().forEach(step -> System.out.println("         " + step));
    }
  }

  private static void report(String half, List<Tried> all) {
    if (all.isEmpty()) {
      System.out.println("There are no pages in " + half);
      return;
    }
    double share = (double) all.stream().filter(one -> one.result().solved()).count() / all.size();
    var seconds = all.stream().mapToDouble(one -> one.result().seconds()).sorted().toArray();
    double median = seconds[seconds.length / 2];
    System.out.printf("solved %.1f %%, median %.2f s%n", share * 100, median);
    var metrics =
        Map.of(
            "half", half,
            "solved", ResultLine.rounded(share),
            "medianSeconds", ResultLine.rounded(median),
            "pages", all.stream().map(Tried::name).distinct().count());
    ResultLine.print("tasks", metrics, share, all.size());
  }
}
