package dev.hitlai.bench;

import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two servers as processes of their own on one database: whether any check is made twice while both
 * live, and how long monitors wait when one is killed. What counts is what the site that they look
 * at saw.
 */
final class HealthPairBench implements Benchmark {
  private static final int INTERVAL_MS = 4000;
  private static final Duration TOGETHER = Duration.ofSeconds(22);
  private static final Duration ALONE = Duration.ofSeconds(14);
  private static final double GOAL = 2;

  private final int rounds = Integer.getInteger("hitlai.bench.rounds", 5);
  private final int monitors = Integer.getInteger("hitlai.bench.monitors", 100);

  private double longest;
  private int twice;
  private long checks;

  @Override
  public String what() {
    return "two servers on one database: checks made twice, and the wait when one is killed";
  }

  @Override
  public void run() throws Exception {
    var data = Files.createTempDirectory("hitlai-pair");
    var servers = new ArrayDeque<Process>();
    try (var site = new CrashSite();
        var context =
            CrashedServer.start("--hitlai.data-dir=" + data, "--hitlai.health.enabled=false")) {
      plant(context, site);
      String database = database(data);
      try {
        servers.add(launch(data, database, 0));
        servers.add(launch(data, database, 1));
        for (int round = 0; round < rounds; round++) {
          awaitBoth(context);
          together(site);
          servers.remove().destroyForcibly().waitFor();
          alone(site);
          System.out.printf(
              "round %d: %d checks, %d twice, longest wait %.2f intervals%n",
              round + 1, checks, twice, longest);
          servers.add(launch(data, database, round + 2));
        }
      } finally {
        servers.forEach(Process::destroy);
      }
    }
    var metrics =
        new TreeMap<String, Object>(
            Map.of(
                "kills", rounds,
                "checksTogether", checks,
                "checkedTwice", twice,
                "longestWaitIntervals", ResultLine.rounded(longest),
                "goalIntervals", GOAL,
                "intervalSeconds", INTERVAL_MS / 1000,
                "monitors", monitors));
    ResultLine.print("health-pair", metrics, longest / GOAL, rounds);
  }

  /**
   * Both check: a monitor is looked at as often as its interval fits into the time, and once more
   * because of where the time begins. Gaps say less, since a busy machine delays a check here and
   * there.
   */
  private void together(CrashSite site) throws InterruptedException {
    long from = System.currentTimeMillis();
    Thread.sleep(TOGETHER);
    for (int i = 0; i < monitors; i++) {
      var times = since(site, i, from).toArray();
      checks += times.length;
      twice += Math.max(0, times.length - (int) (TOGETHER.toMillis() / INTERVAL_MS + 1));
    }
  }

  private void alone(CrashSite site) throws InterruptedException {
    long killed = System.currentTimeMillis();
    Thread.sleep(ALONE);
    for (int i = 0; i < monitors; i++) {
      var times = since(site, i, killed - 2L * INTERVAL_MS).toArray();
      for (int n = 1; n < times.length; n++) {
        longest = Math.max(longest, (double) (times[n] - times[n - 1]) / INTERVAL_MS);
      }
      long last = times.length == 0 ? killed : times[times.length - 1];
      longest = Math.max(longest, (double) (System.currentTimeMillis() - last) / INTERVAL_MS);
    }
  }

  private static LongStream since(CrashSite site, int monitor, long from) {
    return site.asked("pair-" + monitor).stream()
        .mapToLong(CrashSite.Asked::at)
        .filter(at -> at >= from);
  }

  private void awaitBoth(ConfigurableApplicationContext context) throws InterruptedException {
    String holders =
        "select count(distinct holder)::int from apihealth.check_shares where leased_until > now()";
    String least =
        "select coalesce(min(n), 0)::int from (select count(*) as n from apihealth.check_shares"
            + " where leased_until > now() group by holder) held";
    long end = System.nanoTime() + Duration.ofMinutes(4).toNanos();
    while (number(context, holders) != 2 || number(context, least) != 32) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The servers don't share the checks");
      }
      Thread.sleep(200);
    }
    // The first checks after the handing over.
    Thread.sleep(2L * INTERVAL_MS);
  }

  private static int number(ConfigurableApplicationContext context, String query) {
    return system(
        context, () -> context.getBean(DSLContext.class).fetchSingle(query).get(0, Integer.class));
  }

  private static <T> T system(ConfigurableApplicationContext context, Supplier<T> work) {
    var transactions = context.getBean(TransactionTemplate.class);
    return Tenancy.as(Actor.system("pair bench"), () -> transactions.execute(_ -> work.get()));
  }

  private void plant(ConfigurableApplicationContext context, CrashSite site) {
    var sql = context.getBean(DSLContext.class);
    system(
        context,
        () -> {
          sql.execute("update apihealth.api_endpoint_configs set health_check_enabled = false");
          return sql.execute(
              "insert into apihealth.api_endpoint_configs (endpoint, display_name, target_url,"
                  + " health_check_interval_seconds, health_check_timeout_ms) select '/pair/' || i,"
                  + " 'Pair ' || i, ? || i, ?, 1000 from generate_series(0, ?) i",
              site.address("/m/pair-"),
              INTERVAL_MS / 1000,
              monitors - 1);
        });
  }

  /** The database that this process brings, for the other two to use as one of their own. */
  private static String database(Path data) throws IOException {
    var passwords = new Properties();
    try (var in = Files.newInputStream(data.resolve("database-passwords.properties"))) {
      passwords.load(in);
    }
    String port = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid")).get(3);
    return "postgresql://hitlai_owner:%s@127.0.0.1:%s/hitlai"
        .formatted(passwords.getProperty("owner"), port.strip());
  }

  private static Process launch(Path data, String database, int number) throws IOException {
    return HealthCrashBench.launch(data, "server-" + number, "-Dhitlai.database.url=" + database);
  }
}
