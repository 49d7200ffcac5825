package dev.hitlai.bench;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.PGConnection;

/**
 * Durable events a second through the HTTP endpoint, 16 connections with batches of about 64 KB of
 * gzip, against {@code COPY} of the very same rows into the same tables; then batches of 8 KiB at a
 * fixed rate. Client, server and database share the machine.
 */
final class IngestBench implements Benchmark {
  private static final int CONNECTIONS = 16;
  private static final double GOAL_RATIO = 0.60;
  private static final double GOAL_P99_MS = 50;

  private final int seconds = Integer.getInteger("hitlai.bench.seconds", 10);
  private final int rate = Integer.getInteger("hitlai.bench.rate", 2000);
  private final int eventsOfBatch = Integer.getInteger("hitlai.bench.events", 3000);
  private final int copies = Integer.getInteger("hitlai.bench.copies", 2);

  @Override
  public String what() {
    return "durable events of recordings a second against COPY of the same rows";
  }

  @Override
  public void run() throws Exception {
    try (var server = new IngestServer()) {
      var bodies = bodies(24, eventsOfBatch, 0);
      System.out.printf(
          "%d bodies of %d events, %d KB packed each%n",
          bodies.size(), eventsOfBatch, bodies.getFirst().packed().length / 1024);
      closedLoop(server, bodies, Math.max(2, seconds / 3));
      truncate(server);
      long before = server.events();
      double took = closedLoop(server, bodies, seconds);
      long rows = server.rows();
      double ours = rows / took;
      System.out.printf(
          "%,d rows (%,d events) in %.1f s: %,.0f a second%n",
          rows, server.events() - before, took, ours);
      double copy = copy(server);
      System.out.printf("COPY of the same rows: %,.0f a second%n", copy);
      var paced = paced(server, bodies(64, 20, 7000));
      System.out.println(paced);
      var metrics = new LinkedHashMap<String, Object>(paced);
      metrics.put("rowsPerSecond", ResultLine.rounded(ours));
      metrics.put("copyRowsPerSecond", ResultLine.rounded(copy));
      metrics.put("goal", GOAL_RATIO);
      metrics.put("goalP99Ms", GOAL_P99_MS);
      ResultLine.print("ingest", metrics, ours / copy, rows);
    }
  }

  static List<RecordedBatches.Body> bodies(int count, int events, int replayBytes) {
    var made = new RecordedBatches(20260123, System.currentTimeMillis() - 120_000);
    var bodies = new ArrayList<RecordedBatches.Body>();
    for (int i = 0; i < count; i++) {
      bodies.add(made.of(events, replayBytes));
    }
    return bodies;
  }

  /** All connections send as fast as they are answered; the seconds until the last answer. */
  static double closedLoop(IngestServer server, List<RecordedBatches.Body> bodies, int seconds)
      throws Exception {
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000L;
    var visitors = new AtomicInteger();
    Callable<Integer> connection =
        () -> {
          var session = UUID.randomUUID();
          int number = 0;
          int visitor = visitors.incrementAndGet();
          while (System.nanoTime() < end) {
            int status =
                server.send(
                    session,
                    number,
                    bodies.get((number + visitor) % bodies.size()),
                    visitor * 1000 + number / 500);
            if (status == 202) {
              number++;
            } else if (status != 503) {
              throw new IllegalStateException("A batch was answered with " + status);
            }
            if (number % 50 == 49) {
              session = UUID.randomUUID();
              number = 0;
            }
          }
          return number;
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(java.util.Collections.nCopies(CONNECTIONS, connection))) {
        done.get();
      }
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void truncate(IngestServer server) throws SQLException {
    try (var sql = server.connect();
        var statement = sql.createStatement()) {
      statement.execute("truncate " + String.join(", ", server.partitions()));
    }
  }

  /** Takes the rows out, empties the tables and copies them in again, the copies side by side. */
  private double copy(IngestServer server) throws Exception {
    Map<String, byte[]> kept = new LinkedHashMap<>();
    var columns = new LinkedHashMap<String, String>();
    try (var sql = server.connect()) {
      var copying = sql.unwrap(PGConnection.class).getCopyAPI();
      for (String partition : server.partitions()) {
        var out = new ByteArrayOutputStream();
        String names = columns(sql, partition);
        columns.put(partition, names);
        copying.copyOut("copy " + partition + " (" + names + ") to stdout (format binary)", out);
        kept.put(partition, out.toByteArray());
      }
    }
    long rows = server.rows();
    truncate(server);
    var left =
        new java.util.concurrent.ConcurrentLinkedQueue<>(
            kept.keySet().stream()
                .sorted(Comparator.comparing(key -> -requireNonNull(kept.get(key)).length))
                .toList());
    long begin = System.nanoTime();
    Callable<Boolean> one =
        () -> {
          try (var sql = server.connect()) {
            var copying = sql.unwrap(PGConnection.class).getCopyAPI();
            for (String partition = left.poll(); partition != null; partition = left.poll()) {
              String table = partition.substring(0, partition.lastIndexOf("_p"));
              copying.copyIn(
                  "copy "
                      + (isSuperuser(sql) ? table : partition)
                      + " ("
                      + columns.get(partition)
                      + ") from stdin (format binary)",
                  new ByteArrayInputStream(kept.get(partition)));
            }
            return true;
          }
        };
    try (var threads = Executors.newFixedThreadPool(copies)) {
      for (var done : threads.invokeAll(java.util.Collections.nCopies(copies, one))) {
        done.get();
      }
    }
    return rows / ((System.nanoTime() - begin) / 1e9);
  }

  private static boolean isSuperuser(java.sql.Connection sql) throws SQLException {
    try (var statement = sql.createStatement();
        var row =
            statement.executeQuery("select rolsuper from pg_roles where rolname = current_user")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** All but the ids: the server makes them, as it does for the endpoint. */
  private static String columns(java.sql.Connection sql, String partition) throws SQLException {
    try (var ask =
        sql.prepareStatement(
            "select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute where"
                + " attrelid = ?::regclass and attnum > 0 and not attisdropped and attname <> 'id'"
                + " and attgenerated = ''")) {
      ask.setString(1, partition);
      try (var row = ask.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  /** Batches at a fixed rate, each timed from when it was due. */
  private Map<String, Object> paced(IngestServer server, List<RecordedBatches.Body> bodies)
      throws InterruptedException {
    int total = rate * seconds;
    var millis = new double[total];
    var busy = new AtomicLong();
    var failed = new AtomicLong();
    long begin = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < total; i++) {
        int number = i;
        long due = begin + (long) (i * 1e9 / rate);
        long wait = due - System.nanoTime();
        if (wait > 0) {
          Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
        }
        threads.submit(
            () -> {
              try {
                int visitor = number % 4000;
                int status =
                    server.send(
                        session(visitor),
                        number / 4000,
                        bodies.get(number % bodies.size()),
                        1_000_000 + visitor);
                busy.addAndGet(status == 503 ? 1 : 0);
                failed.addAndGet(status == 202 || status == 503 ? 0 : 1);
              } catch (IOException e) {
                failed.incrementAndGet();
              }
              millis[number] = (System.nanoTime() - due) / 1e6;
              return null;
            });
      }
    }
    double took = (System.nanoTime() - begin) / 1e9;
    Arrays.sort(millis);
    var figures = new LinkedHashMap<String, Object>();
    figures.put("pacedAsked", rate);
    figures.put("pacedPerSecond", ResultLine.rounded(total / took));
    figures.put("pacedP50Ms", ResultLine.rounded(millis[total / 2]));
    figures.put("pacedP99Ms", ResultLine.rounded(millis[(int) (total * 0.99)]));
    figures.put("pacedBusy", busy.get());
    figures.put("pacedFailed", failed.get());
    figures.put("pacedKiB", ResultLine.rounded(bodies.getFirst().packed().length / 1024.0));
    figures.put("pacedEventsOfBatch", bodies.getFirst().events());
    return figures;
  }

  private static UUID session(int visitor) {
    return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | visitor);
  }
}
