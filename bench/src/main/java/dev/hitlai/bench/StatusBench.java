package dev.hitlai.bench;

import dev.hitlai.HitlaiApplication;
import dev.hitlai.health.internal.status.StatusBoard;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The status page and its JSON with 100 parts, asked for by {@code wrk} over kept connections as
 * browsers do (taking gzip), in turns from the product and from nginx with the very same bytes.
 * Both run on the machine that asks, so the figures say how they compare rather than what a server
 * can do. Takes {@code wrk} and {@code nginx} from the path.
 */
final class StatusBench implements Benchmark {
  private static final int PARTS = 100;
  private static final double GOAL_RATIO = 0.4;
  private static final double GOAL_PER_SECOND = 20_000;
  private static final double GOAL_P99_MS = 9;
  private static final Pattern PER_SECOND = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
  private static final Pattern P99 = Pattern.compile("99%\\s+([\\d.]+)(us|ms|s)");
  private static final Pattern FAILURES = Pattern.compile("Non-2xx or 3xx responses|Socket errors");

  private final int rounds = Integer.getInteger("hitlai.bench.rounds", 3);
  private final int seconds = Integer.getInteger("hitlai.bench.seconds", 5);
  private final int connections = Integer.getInteger("hitlai.bench.connections", 64);

  @Override
  public String what() {
    return "the status page and its JSON against nginx with the same bytes";
  }

  /** One turn of the load generator. */
  private record Turn(double perSecond, double p99Ms) {}

  @Override
  public void run() throws Exception {
    require("wrk");
    require("nginx");
    var folder = Files.createTempDirectory("hitlai-status");
    try (var context =
        new SpringApplication(HitlaiApplication.class)
            .run(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--hitlai.health.enabled=false",
                "--hitlai.data-dir=" + folder.resolve("data"))) {
      fill(context);
      int port = port(context);
      int other = freePort();
      var nginx = nginx(folder, other, port);
      try {
        awaitPort(other);
        report(port, other, renewing(context.getBean(StatusBoard.class)));
      } finally {
        nginx.destroy();
        nginx.waitFor();
      }
    }
  }

  /** Milliseconds from a change to the new edition: reading, rendering and packing. */
  private static double renewing(StatusBoard board) {
    var millis = new ArrayList<Double>();
    for (int i = 0; i < 40; i++) {
      long begin = System.nanoTime();
      board.renew();
      millis.add((System.nanoTime() - begin) / 1e6);
    }
    return millis.subList(20, 40).stream().sorted().toList().get(10);
  }

  private void report(int ours, int theirs, double renewMs) throws Exception {
    var metrics = new TreeMap<String, Object>();
    metrics.put("renewMs", ResultLine.rounded(renewMs));
    var ratios = new ArrayList<Double>();
    for (String path : List.of("/status", "/api/v2/summary.json")) {
      String name = path.endsWith("json") ? "json" : "page";
      for (boolean gzip : new boolean[] {true, false}) {
        var product = new ArrayList<Turn>();
        var nginx = new ArrayList<Turn>();
        // The first turn warms up and is not counted.
        turn(ours, path, gzip);
        for (int round = 0; round < rounds; round++) {
          product.add(turn(ours, path, gzip));
          nginx.add(turn(theirs, path, gzip));
          System.out.printf(
              "%s%s round %d: %.0f/s p99 %.1f ms, nginx %.0f/s p99 %.1f ms%n",
              path,
              gzip ? " gzip" : "",
              round + 1,
              product.getLast().perSecond(),
              product.getLast().p99Ms(),
              nginx.getLast().perSecond(),
              nginx.getLast().p99Ms());
        }
        String key = name + (gzip ? "Gzip" : "Plain");
        double ratio = median(product, true) / median(nginx, true);
        metrics.put(key + "PerSecond", ResultLine.rounded(median(product, true)));
        metrics.put(key + "P99Ms", ResultLine.rounded(median(product, false)));
        metrics.put(key + "NginxPerSecond", ResultLine.rounded(median(nginx, true)));
        metrics.put(key + "Ratio", ResultLine.rounded(ratio));
        if (gzip) {
          ratios.add(ratio);
        }
      }
    }
    metrics.put("goalRatio", GOAL_RATIO);
    metrics.put("goalPerSecond", GOAL_PER_SECOND);
    metrics.put("goalP99Ms", GOAL_P99_MS);
    metrics.put("connections", connections);
    ResultLine.print(
        "status",
        metrics,
        ratios.stream().mapToDouble(Double::doubleValue).min().orElse(0),
        8L * rounds);
  }

  private Turn turn(int port, String path, boolean gzip) throws Exception {
    var command = new ArrayList<String>();
    command.addAll(List.of("wrk", "-t", "1", "-c", "" + connections, "-d", seconds + "s"));
    if (gzip) {
      command.addAll(List.of("-H", "Accept-Encoding: gzip"));
    }
    command.addAll(List.of("--latency", "http://127.0.0.1:" + port + path));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    if (FAILURES.matcher(output).find()) {
      throw new IllegalStateException("Requests failed:\n" + output);
    }
    return new Turn(number(PER_SECOND, output), millis(output));
  }

  private static double number(Pattern pattern, String output) {
    return Double.parseDouble(found(pattern, output).group(1));
  }

  private static double millis(String output) {
    Matcher found = found(P99, output);
    double value = Double.parseDouble(found.group(1));
    return switch (found.group(2)) {
      case "us" -> value / 1000;
      case "s" -> value * 1000;
      default -> value;
    };
  }

  private static Matcher found(Pattern pattern, String output) {
    var matcher = pattern.matcher(output);
    if (!matcher.find()) {
      throw new IllegalStateException("wrk said something else:\n" + output);
    }
    return matcher;
  }

  private static double median(List<Turn> turns, boolean perSecond) {
    return turns.stream()
        .map(turn -> perSecond ? turn.perSecond() : turn.p99Ms())
        .sorted()
        .toList()
        .get(turns.size() / 2);
  }

  /** A hundred parts in ten groups with ninety days each, and a few incidents. */
  private static void fill(ConfigurableApplicationContext context) {
    var sql = context.getBean(DSLContext.class);
    var transactions = context.getBean(TransactionTemplate.class);
    Tenancy.run(
        Actor.system("status bench"),
        () ->
            transactions.executeWithoutResult(
                _ -> {
                  sql.execute("delete from apihealth.api_endpoint_configs");
                  sql.execute(
                      "insert into apihealth.api_endpoint_configs (endpoint, display_name,"
                          + " category, target_url, is_public) select '/part/' || n, 'Part ' || n,"
                          + " 'Group ' || n / 10, 'http://localhost/' || n, true from"
                          + " generate_series(1, ?) n",
                      PARTS);
                  sql.execute(
                      "insert into apihealth.monitor_states (monitor_id, state, since) select id,"
                          + " 'up', now() from apihealth.api_endpoint_configs");
                  sql.execute(
                      "insert into apihealth.api_uptime_summary (monitor_id, endpoint, method,"
                          + " period_type, period_start, period_end, up_ms, down_ms,"
                          + " uptime_percent, coverage_percent) select c.id, c.endpoint, c.method,"
                          + " 'daily', d, d + interval '1 day', 86400000 - l, l, 100 - l /"
                          + " 864000.0, 100 from apihealth.api_endpoint_configs c,"
                          + " generate_series(date_trunc('day', now(), 'UTC') - interval '89 days',"
                          + " date_trunc('day', now(), 'UTC'), interval '1 day') d, lateral (select"
                          + " case when (ordinal + extract(doy from d)::int) % 30 = 0 then 400000"
                          + " else 0 end) t (l)");
                }));
    context.getBean(StatusBoard.class).renew();
  }

  /** The same bytes in both forms, sent from memory of the operating system as nginx does best. */
  private static Process nginx(Path folder, int port, int source) throws Exception {
    var root = Files.createDirectories(folder.resolve("www/api/v2"));
    for (String path : List.of("/status", "/api/v2/summary.json")) {
      var file = folder.resolve("www").resolve(path.substring(1));
      Files.write(file, fetch(source, path, null));
      Files.write(file.resolveSibling(file.getFileName() + ".gz"), fetch(source, path, "gzip"));
      System.out.printf(
          "%s: %d bytes, %d as gzip%n",
          path, Files.size(file), Files.size(file.resolveSibling(file.getFileName() + ".gz")));
    }
    var configuration =
        Files.writeString(
            folder.resolve("nginx.conf"),
            """
            worker_processes auto;
            daemon off;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log;
            user root;
            events { worker_connections 1024; }
            http {
              access_log off;
              sendfile on;
              tcp_nopush on;
              gzip_static on;
              gzip_vary on;
              keepalive_requests 1000000;
              open_file_cache max=100;
              default_type text/html;
              types { application/json json; }
              client_body_temp_path %1$s/body;
              proxy_temp_path %1$s/proxy;
              fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi;
              scgi_temp_path %1$s/scgi;
              server { listen 127.0.0.1:%2$d; root %1$s/www; }
            }
            """
                .formatted(folder, port));
    if (!Files.isDirectory(root)) {
      throw new IllegalStateException("No folder for nginx");
    }
    return new ProcessBuilder("nginx", "-c", configuration.toString()).inheritIO().start();
  }

  private static byte[] fetch(int port, String path, @Nullable String encoding) throws IOException {
    var connection =
        (HttpURLConnection) URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
    if (encoding != null) {
      connection.setRequestProperty("Accept-Encoding", encoding);
    }
    try (InputStream body = connection.getInputStream()) {
      return body.readAllBytes();
    }
  }

  private static int port(ConfigurableApplicationContext context) {
    return Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
        .getPort();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void awaitPort(int port) throws InterruptedException {
    for (int tries = 0; tries < 100; tries++) {
      try (var socket = new Socket("127.0.0.1", port)) {
        return;
      } catch (IOException notYet) {
        Thread.sleep(50);
      }
    }
    throw new IllegalStateException("nginx doesn't answer");
  }

  private static void require(String program) throws IOException, InterruptedException {
    if (new ProcessBuilder("sh", "-c", "command -v " + program).start().waitFor() != 0) {
      throw new IllegalStateException(
          "This takes " + program + "; on Debian: apt-get install " + program);
    }
  }
}
