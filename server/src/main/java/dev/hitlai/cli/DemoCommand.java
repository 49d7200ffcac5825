package dev.hitlai.cli;

import dev.hitlai.demosite.DemoShop;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * {@code hitlai demo}: the platform and the demo shop in one process, a company that signs up, and
 * three missions run as three personas through the platform's own API.
 */
@Command(
    name = "demo",
    description = "Starts the platform with a demo shop and tests it as three personas.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class DemoCommand implements Callable<Integer> {
  private static final List<String> SEVERITIES = List.of("critical", "high", "medium", "low");
  private static final List<String> ENDED = List.of("completed", "hitl_paused", "failed");

  /** Who tries what. */
  private static final Map<String, String> MISSIONS = missions();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The platform's port (default ${DEFAULT-VALUE}; a free one when it is taken).",
      defaultValue = "8080")
  private int port;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Where data is kept (default: HITLAI_DATA_DIR, else ./data).")
  private @Nullable Path dataFolder;

  @Option(
      names = "--exit",
      description = "End after the runs: 0 when every run came to its end, 1 otherwise.")
  private boolean exit;

  private final PrintStream out = System.out;

  @Override
  public Integer call() throws Exception {
    var listening = RunningServer.isFree("127.0.0.1", port) ? port : 0;
    out.println("Starting the demo shop and the platform ...");
    try (var shop = DemoShop.start(0, false);
        var server = RunningServer.start("127.0.0.1", listening, dataFolder)) {
      out.println("  shop      " + shop.url());
      out.println("  platform  " + server.address());
      var login = new Login();
      var client = new DemoClient(server.address());
      client.signUp(login.email(), login.password(), "Demo company");
      var runs = start(client, URI.create(shop.url().toString()));
      var results = await(client, runs);
      printFindings(results);
      printAddresses(server.address(), runs, login);
      if (!exit) {
        out.println("\nRunning until Ctrl-C.");
        server.awaitShutdown();
      }
      return allEnded(results) ? 0 : 1;
    }
  }

  /** A fresh login for each demonstration; the address is in a domain reserved for examples. */
  private record Login(String email, String password) {
    Login() {
      this("demo-" + hex(3) + "@company.example", "demo-" + hex(8));
    }

    private static String hex(int bytes) {
      var random = new byte[bytes];
      new SecureRandom().nextBytes(random);
      return HexFormat.of().formatHex(random);
    }
  }

  private List<String> start(DemoClient client, URI shop) {
    out.println("\nAsking for " + MISSIONS.size() + " tests ...");
    var runs = new ArrayList<String>();
    MISSIONS.forEach((persona, mission) -> runs.add(client.execute(shop, mission, persona)));
    return runs;
  }

  private List<JsonNode> await(DemoClient client, List<String> runs) throws InterruptedException {
    var said = new LinkedHashMap<String, String>();
    while (true) {
      var results = runs.stream().map(client::run).toList();
      results.forEach(result -> say(result.path("run"), said));
      if (results.stream().allMatch(DemoCommand::ended)) {
        return results;
      }
      Thread.sleep(1000);
    }
  }

  private void say(JsonNode run, Map<String, String> said) {
    var now = run.path("status").asString() + " " + run.path("progress").path("text").asString("");
    if (!now.equals(said.put(run.path("id").asString(), now))) {
      out.printf(
          Locale.ROOT,
          "  %-22s %3d %%  %s%n",
          run.path("persona").path("name").asString(),
          run.path("progress").path("percent").asInt(),
          now.strip());
    }
  }

  private void printFindings(List<JsonNode> results) {
    out.println();
    for (var result : results) {
      var run = result.path("run");
      out.printf(
          Locale.ROOT,
          "%s, as %s: %s, score %.0f, %d findings%s%n",
          run.path("mission").asString(),
          run.path("persona").path("name").asString(),
          run.path("outcome").asString(run.path("status").asString()).replace('_', ' '),
          run.path("score").asDouble(0),
          result.path("findings").size(),
          run.path("error").isObject() ? " — " + run.path("error").path("message").asString() : "");
    }
    out.println("\nTop findings");
    results.stream()
        .flatMap(result -> result.path("findings").valueStream())
        .sorted(
            Comparator.comparingInt(
                finding -> SEVERITIES.indexOf(finding.path("severity").asString())))
        .map(
            finding ->
                String.format(
                    Locale.ROOT,
                    "  %-8s  %s",
                    finding.path("severity").asString(),
                    finding.path("title").asString()))
        .distinct()
        .limit(10)
        .forEach(out::println);
  }

  private void printAddresses(URI platform, List<String> runs, Login login) {
    out.println("\nOpen in a browser (login " + login.email() + " / " + login.password() + ")");
    out.println("  dashboard " + platform.resolve("/company/dashboard"));
    for (var run : runs) {
      out.println("  result    " + platform.resolve("/company/tests/" + run));
    }
  }

  private static boolean ended(JsonNode result) {
    return ENDED.contains(result.path("run").path("status").asString());
  }

  private static boolean allEnded(List<JsonNode> results) {
    return results.stream()
        .map(result -> result.path("run"))
        .noneMatch(
            run ->
                run.path("status").asString().equals("failed")
                    || run.path("outcome").asString("").equals("failed"));
  }

  private static Map<String, String> missions() {
    var missions = new LinkedHashMap<String, String>();
    missions.put("senior_casual", "Find out how to return a product");
    missions.put("mobile_commuter", "Buy a lantern, up to payment");
    missions.put("accessibility_focused", "Contact customer service");
    return missions;
  }
}
