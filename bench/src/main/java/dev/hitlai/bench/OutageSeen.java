package dev.hitlai.bench;

import dev.hitlai.HitlaiApplication;
import dev.hitlai.health.MonitorChanged;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long after something breaks the status page shows it, while monitors at an interval of one
 * second make a thousand checks a second. Parts that count as down at the first failure, and parts
 * that take a second one to confirm it, which comes half an interval later.
 */
final class OutageSeen {
  private static final int INTERVAL_MS = 1000;

  private final int outages = Integer.getInteger("hitlai.bench.outages", 20);
  private final int checks = Integer.getInteger("hitlai.bench.checks", 1000);
  private final HttpClient http = HttpClient.newHttpClient();

  /** Adds the figures. */
  void measure(Path folder, Map<String, Object> metrics) throws Exception {
    try (var quick = new QuickServer();
        var site = new CrashSite();
        var context =
            new SpringApplication(HitlaiApplication.class)
                .run(
                    "--server.port=0",
                    "--server.address=127.0.0.1",
                    "--hitlai.data-dir=" + folder.resolve("seen"))) {
      plant(context, quick.port(), site);
      context.publishEvent(new MonitorChanged(UUID.randomUUID()));
      String status =
          "http://127.0.0.1:"
              + context.getEnvironment().getRequiredProperty("local.server.port")
              + "/status";
      Thread.sleep(15_000);
      for (String kind : List.of("first", "second")) {
        var seen = new ArrayList<Double>();
        var random = new Random(1);
        for (int i = 0; i < outages; i++) {
          Thread.sleep(random.nextInt(INTERVAL_MS));
          seen.add(untilSeen(site, status, kind + "-" + i));
        }
        var sorted = seen.stream().sorted().toList();
        metrics.put(kind + "FailureSeenAfterMsMedian", ResultLine.rounded(sorted.get(outages / 2)));
        metrics.put(kind + "FailureSeenAfterMsLongest", ResultLine.rounded(sorted.getLast()));
      }
      metrics.put("outages", outages);
      metrics.put("seenGoalMs", INTERVAL_MS + 250);
      metrics.put("checksPerSecondMeanwhile", perSecond(context));
    }
  }

  private double untilSeen(CrashSite site, String status, String name) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(status)).build();
    var shown = Pattern.compile(Pattern.quote(name) + "</h4>[^§]{0,300}?>?Outage<");
    site.fail(List.of(name));
    long begin = System.nanoTime();
    while (true) {
      String page = http.send(request, BodyHandlers.ofString()).body();
      double millis = (System.nanoTime() - begin) / 1e6;
      if (shown.matcher(page).find()) {
        return millis;
      }
      if (millis > 20_000) {
        throw new IllegalStateException("The outage of " + name + " isn't shown");
      }
      Thread.sleep(5);
    }
  }

  private void plant(ConfigurableApplicationContext context, int port, CrashSite site) {
    var sql = context.getBean(DSLContext.class);
    as(
        context,
        () -> {
          sql.execute(
              "update apihealth.api_endpoint_configs set health_check_enabled = false, is_public ="
                  + " false");
          sql.execute(
              """
              insert into apihealth.api_endpoint_configs
                (endpoint, display_name, target_url, health_check_interval_seconds, health_check_timeout_ms)
              select '/bench/' || i, 'Bench ' || i, 'http://127.0.0.' || (1 + i %% 8) || ':%d/', 1, 1000
              from generate_series(1, %d) i
              """
                  .formatted(port, checks - 2 * outages));
          Stream.of("first", "second")
              .forEach(
                  kind ->
                      sql.execute(
                          "insert into apihealth.api_endpoint_configs (endpoint, display_name,"
                              + " target_url, health_check_interval_seconds,"
                              + " health_check_timeout_ms, failure_threshold, is_public) select '/'"
                              + " || ? || i, ? || '-' || i, ? || '-' || i, 1, 1000, ?, true from"
                              + " generate_series(0, ?) i",
                          kind,
                          kind,
                          site.address("/m/" + kind),
                          kind.equals("first") ? 1 : 2,
                          outages - 1));
        });
  }

  private static double perSecond(ConfigurableApplicationContext context) {
    var sql = context.getBean(DSLContext.class);
    var rate = new double[1];
    as(
        context,
        () ->
            rate[0] =
                sql.fetchSingle(
                        "select count(*) / 10.0 from apihealth.api_health_metrics where created_at"
                            + " between now() - interval '12 s' and now() - interval '2 s'")
                    .get(0, Double.class));
    return rate[0];
  }

  private static void as(ConfigurableApplicationContext context, Runnable work) {
    var transactions = context.getBean(TransactionTemplate.class);
    Tenancy.run(
        Actor.system("status bench"), () -> transactions.executeWithoutResult(_ -> work.run()));
  }
}
