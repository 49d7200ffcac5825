package dev.hitlai.bench;

import dev.hitlai.notifications.Receivers;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Kills the server ({@code kill -9}) in the middle of outages, at a random moment between the first
 * failure and the delivery of what is told of it, and starts it again. Each outage has two monitors
 * of its own, one of a company (incidents, told to its webhook) and one of the platform (incidents
 * and an alert rule with a webhook). In the end what is stored and what arrived is compared with
 * what really happened.
 */
final class HealthCrashBench implements Benchmark {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration LAST_PATIENCE = Duration.ofMinutes(15);
  private static final int KILL_WITHIN_MS = 4500;
  private static final int SEEN_FAILING = 4;

  private final int rounds = Integer.getInteger("hitlai.bench.rounds", 100);
  private final long seed = Long.getLong("hitlai.bench.seed", 20261129);

  @Override
  public String what() {
    return "kill -9 in the middle of outages: what is lost, doubled or made up";
  }

  /** A server that was killed in an outage, which the one after it saw, too. */
  record Kill(long at) {}

  @Override
  public void run() throws Exception {
    var data = Files.createTempDirectory("hitlai-crash");
    var random = new Random(seed);
    try (var site = new CrashSite()) {
      try (var context = CrashedServer.start("--hitlai.data-dir=" + data, OFF)) {
        plant(context, site);
      }
      rehearse(data);
      var kills = outages(site, data, random);
      var metrics = new TreeMap<String, Object>();
      try (var context = CrashedServer.start("--hitlai.data-dir=" + data, OFF)) {
        var wrong = new CrashVerdict(context, site, kills).judge(metrics);
        wrong.stream().limit(40).forEach(System.out::println);
        metrics.put("wrong", wrong.size());
        ResultLine.print("health-crash", metrics, wrong.isEmpty() ? 1 : 0, kills.size());
      }
    }
  }

  private static final String OFF = "--hitlai.health.enabled=false";

  private List<Kill> outages(CrashSite site, Path data, Random random) throws Exception {
    var kills = new ArrayList<Kill>();
    var server = launch(data, 0);
    try {
      await("the first checks", PATIENCE, () -> allAsked(site, 3));
      for (int round = 0; round < rounds; round++) {
        var pair = List.of("company-" + round, "platform-" + round);
        site.fail(pair);
        Thread.sleep(random.nextInt(KILL_WITHIN_MS));
        server.destroyForcibly().waitFor();
        long killed = System.currentTimeMillis();
        server = launch(data, round + 1);
        boolean seen = seen(site, pair, killed);
        site.heal(pair);
        if (!seen) {
          // What was found out until here is judged all the same.
          break;
        }
        kills.add(new Kill(killed));
        Thread.sleep(500 + random.nextInt(1500));
      }
      if (isDone(LAST_PATIENCE, () -> CrashVerdict.allTold(site, kills.size()))) {
        // Whatever would come too much.
        Thread.sleep(20_000);
      }
    } finally {
      server.destroy();
      server.waitFor();
    }
    return kills;
  }

  /** Whether the next server has seen the outage, for long enough to tell of it. */
  private static boolean seen(CrashSite site, List<String> pair, long killed)
      throws InterruptedException {
    boolean seen =
        isDone(
            PATIENCE,
            () -> pair.stream().allMatch(name -> site.askedSince(name, killed) >= SEEN_FAILING));
    System.out.printf(
        "%s: %s %.1f s after the kill%n",
        pair.getFirst(),
        seen ? "checked again" : "given up",
        (System.currentTimeMillis() - killed) / 1000.0);
    return seen;
  }

  private boolean allAsked(CrashSite site, int times) {
    return IntStream.range(0, rounds).allMatch(i -> site.asked("company-" + i).size() >= times);
  }

  /** One start whose linked classes are kept, so that each of the many after it is quicker. */
  private static void rehearse(Path data) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    launch(
            data,
            "rehearsal",
            "-XX:AOTCacheOutput=" + cache(data),
            "-Dspring.context.exit=onRefresh")
        .waitFor();
    System.out.printf(
        "rehearsed in %.0f s: %s%n", (System.nanoTime() - begin) / 1e9, Files.exists(cache(data)));
  }

  private static Path cache(Path data) {
    return data.resolve("classes.aot");
  }

  private static Process launch(Path data, int number) throws IOException {
    return launch(data, "server-" + number, "-XX:AOTCache=" + cache(data), "-XX:AOTMode=auto");
  }

  /** A server in a process of its own; options are the JVM's. */
  static Process launch(Path data, String name, String... options) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            CrashedServer.class.getName(),
            "--hitlai.data-dir=" + data));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(data.resolve(name + ".log").toFile())
        .start();
  }

  private static void await(String what, Duration patience, BooleanSupplier done)
      throws InterruptedException {
    if (!isDone(patience, done)) {
      throw new IllegalStateException("Waited in vain for " + what);
    }
  }

  private static boolean isDone(Duration patience, BooleanSupplier done)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(50);
    }
    return true;
  }

  private void plant(ConfigurableApplicationContext context, CrashSite site) {
    var sql = context.getBean(DSLContext.class);
    var receivers = context.getBean(Receivers.class);
    Tenancy.run(
        Actor.system("crash bench"),
        () ->
            context
                .getBean(TransactionTemplate.class)
                .executeWithoutResult(_ -> plant(sql, receivers, site)));
  }

  private void plant(DSLContext sql, Receivers receivers, CrashSite site) {
    var company = UUID.randomUUID();
    sql.execute("update apihealth.api_endpoint_configs set health_check_enabled = false");
    sql.execute("update apihealth.api_alert_rules set is_active = false");
    sql.execute(
        "insert into identity.companies (id, name, slug) values (?, 'Bench', 'bench')", company);
    monitors(sql, site, company, "company-");
    monitors(sql, site, null, "platform-");
    var own = receiver(receivers, site, "/hook/company");
    sql.execute(
        "update notifications.webhook_endpoints set company_id = ?, purpose = 'company', events ="
            + " '{incident.opened,incident.resolved}' where id = ?",
        company,
        own);
    sql.execute(
        "insert into apihealth.api_alert_rules (rule_name, metric_type, operator, threshold_value,"
            + " duration_minutes, severity, min_failures, send_webhook, webhook_receiver_id)"
            + " values ('Errors', 'error_rate', 'greater_than', 1, 0, 'critical', 2, true, ?)",
        receiver(receivers, site, "/hook/alerts"));
  }

  private static UUID receiver(Receivers receivers, CrashSite site, String path) {
    return receivers
        .make(Receivers.Purpose.ALERTS, Receivers.Channel.WEBHOOK, site.address(path))
        .id();
  }

  private void monitors(DSLContext sql, CrashSite site, @Nullable UUID company, String prefix) {
    sql.execute(
        """
        insert into apihealth.api_endpoint_configs (company_id, endpoint, display_name, target_url,
          health_check_interval_seconds, health_check_timeout_ms, failure_threshold, success_threshold)
        select ?::uuid, ? || i, ? || i, ? || i, 1, 900, 2, 2 from generate_series(0, ?) i
        """,
        company,
        prefix,
        prefix,
        site.address("/m/" + prefix),
        rounds - 1);
  }
}
