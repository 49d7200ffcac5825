package dev.hitlai.bench;

import dev.hitlai.HitlaiApplication;
import dev.hitlai.health.MonitorChanged;
import dev.hitlai.notifications.Receivers;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The whole server with monitors at an interval of one second, against a server on this machine
 * that answers at once: how many checks a second are made and stored, and how many came late. Late
 * is a gap of more than 1.1 intervals between two checks of a monitor. Measured twice, the second
 * time while webhooks hang that take connections and never answer.
 */
final class HealthBench implements Benchmark {
  private static final int GOAL = 3000;
  private static final double LATE_GOAL = 0.001;

  private final int monitors = Integer.getInteger("hitlai.bench.monitors", GOAL);
  private final int seconds = Integer.getInteger("hitlai.bench.seconds", 30);

  @Override
  public String what() {
    return "monitors at a 1 s interval: checks stored a second, and how many were late";
  }

  @Override
  public void run() throws Exception {
    var sizes = List.of(Math.max(1, monitors / 100), Math.max(1, monitors / 10), monitors);
    var costs = new ArrayList<Map<String, Object>>();
    Map<String, Object> last = Map.of();
    for (int size : sizes) {
      last = once(size);
      costs.add(last);
      System.out.println(size + " monitors: " + last);
    }
    var metrics = new java.util.TreeMap<String, Object>(last);
    metrics.put("growth", costs);
    metrics.put("exponent", ResultLine.rounded(exponent(sizes, costs)));
    metrics.put("goal", GOAL);
    metrics.put("lateGoal", LATE_GOAL);
    ResultLine.print(
        "health",
        metrics,
        number(last, "checksPerSecond").doubleValue() / GOAL,
        number(last, "stored").longValue());
  }

  /** The slope of time on the processor over size, both as logarithms, from end to end. */
  private static double exponent(List<Integer> sizes, List<Map<String, Object>> costs) {
    double first = number(costs.getFirst(), "cpuSeconds").doubleValue();
    double last = number(costs.getLast(), "cpuSeconds").doubleValue();
    return Math.log(last / first) / Math.log((double) sizes.getLast() / sizes.getFirst());
  }

  private static Number number(Map<String, Object> figures, String name) {
    return (Number) Objects.requireNonNull(figures.get(name), name);
  }

  private Map<String, Object> once(int size) throws Exception {
    var data = Files.createTempDirectory("hitlai-health");
    try (var target = new QuickServer();
        var hanging = new HangingReceivers();
        var context =
            new SpringApplication(HitlaiApplication.class)
                .run(
                    "--server.port=0", "--server.address=127.0.0.1", "--hitlai.data-dir=" + data)) {
      return measure(context, target.port(), size, hanging);
    }
  }

  private Map<String, Object> measure(
      ConfigurableApplicationContext context, int port, int size, HangingReceivers hanging)
      throws Exception {
    var sql = context.getBean(DSLContext.class);
    var transactions = context.getBean(TransactionTemplate.class);
    as(transactions, () -> plant(sql, port, size));
    context.publishEvent(new MonitorChanged(UUID.randomUUID()));
    Thread.sleep(15_000);
    var calm = measure(sql, transactions, size);
    hanging.receive(context.getBean(Receivers.class), transactions);
    var hung = measure(sql, transactions, size);
    var figures = new java.util.TreeMap<String, Object>(calm);
    figures.put("lateShareWhileWebhooksHang", number(hung, "lateShare"));
    figures.put("hangingWebhooks", hanging.held());
    return figures;
  }

  private Map<String, Object> measure(DSLContext sql, TransactionTemplate transactions, int size)
      throws Exception {
    Instant from = Instant.now();
    long cpu = cpuNanos();
    Thread.sleep(seconds * 1000L);
    Instant until = Instant.now();
    double spent = (cpuNanos() - cpu) / 1e9;
    Thread.sleep(2_000);
    var row =
        Tenancy.as(
            Actor.system("health bench"),
            () -> transactions.execute(_ -> figures(sql, from, until)));
    long stored = row.get("stored", Long.class);
    long late = row.get("late", Long.class);
    return Map.of(
        "monitors", size,
        "stored", stored,
        "checksPerSecond", ResultLine.rounded((double) stored / seconds),
        "lateShare", ResultLine.rounded((double) late / Math.max(1, stored)),
        "medianLateMs", row.get("median_late", Double.class),
        "rssMb", rssMb(),
        "cpuSeconds", ResultLine.rounded(spent));
  }

  private static void as(TransactionTemplate transactions, Runnable work) {
    Tenancy.run(
        Actor.system("health bench"), () -> transactions.executeWithoutResult(_ -> work.run()));
  }

  private static void plant(DSLContext sql, int port, int size) {
    sql.execute("update apihealth.api_endpoint_configs set health_check_enabled = false");
    sql.execute(
        """
        insert into apihealth.api_endpoint_configs
          (endpoint, display_name, target_url, health_check_interval_seconds, health_check_timeout_ms)
        select '/bench/' || i, 'Bench ' || i, 'http://127.0.0.' || (1 + i %% 8) || ':%d/', 1, 1000
        from generate_series(1, %d) i
        """
            .formatted(port, size));
  }

  private static Record figures(DSLContext sql, Instant from, Instant until) {
    return sql.fetchSingle(
        """
        select count(*) as stored, count(*) filter (where gap > 1.1) as late,
          percentile_cont(0.5) within group (order by late_ms) as median_late
        from (
          select extract(epoch from measured_at - lag(measured_at) over (partition by monitor_id order by created_at)) as gap,
            late_ms
          from apihealth.api_health_metrics
          where created_at >= ?::timestamptz and created_at < ?::timestamptz and endpoint like '/bench/%') checks
        """,
        from.toString(), until.toString());
  }

  private static long cpuNanos() {
    var system =
        (com.sun.management.OperatingSystemMXBean)
            java.lang.management.ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime();
  }

  /** Of this process, which is the server and the target together; without PostgreSQL. */
  private static long rssMb() throws IOException {
    var status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return -1;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(-1L);
  }
}
