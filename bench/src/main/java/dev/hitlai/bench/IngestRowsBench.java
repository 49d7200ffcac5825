package dev.hitlai.bench;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Durable events a second through the endpoint against one {@code INSERT … json_populate_recordset}
 * for each event, as designs with a row for each request do it: without HTTP, which is in their
 * favour.
 */
final class IngestRowsBench implements Benchmark {
  private static final int CONNECTIONS = 16;
  private static final double GOAL = 50;

  private final int seconds = Integer.getInteger("hitlai.bench.seconds", 10);
  private final int eventsOfBatch = Integer.getInteger("hitlai.bench.events", 3000);

  @Override
  public String what() {
    return "durable events of recordings a second against one INSERT an event";
  }

  @Override
  public void run() throws Exception {
    try (var server = new IngestServer()) {
      var bodies = IngestBench.bodies(24, eventsOfBatch, 0);
      IngestBench.closedLoop(server, bodies, Math.max(2, seconds / 3));
      long before = server.rows();
      double took = IngestBench.closedLoop(server, bodies, seconds);
      double ours = (server.rows() - before) / took;
      System.out.printf("endpoint: %,.0f rows a second%n", ours);
      double single = single(server);
      System.out.printf("one INSERT an event: %,.0f rows a second%n", single);
      ResultLine.print(
          "ingest-rows",
          java.util.Map.of(
              "rowsPerSecond", ResultLine.rounded(ours),
              "singleRowsPerSecond", ResultLine.rounded(single),
              "goal", GOAL),
          ours / single,
          server.rows() - before);
    }
  }

  private double single(IngestServer server) throws Exception {
    String company;
    try (var sql = server.connect();
        var statement = sql.createStatement();
        var row =
            statement.executeQuery("select id from identity.companies where slug = 'bench'")) {
      row.next();
      company = row.getString(1);
    }
    var done = new AtomicLong();
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000L;
    Callable<Boolean> connection =
        () -> {
          try (var sql = server.connect();
              var role = sql.createStatement()) {
            role.execute("select set_config('hitlai.role', 'system', false)");
            try (var insert =
                sql.prepareStatement(
                    "insert into recording.scroll_events (recording_session_id, company_id,"
                        + " timestamp_ms, scroll_x, scroll_y, scroll_depth_percent) select"
                        + " recording_session_id, company_id, timestamp_ms, scroll_x, scroll_y,"
                        + " scroll_depth_percent from"
                        + " json_populate_recordset(null::recording.scroll_events, ?::json)")) {
              var session = UUID.randomUUID();
              while (System.nanoTime() < end) {
                insert.setString(
                    1,
                    "[{\"recording_session_id\":\"%s\",\"company_id\":\"%s\",\"timestamp_ms\":%d,\"scroll_x\":0,\"scroll_y\":%d,\"scroll_depth_percent\":40}]"
                        .formatted(session, company, System.currentTimeMillis(), done.get()));
                insert.executeUpdate();
                done.incrementAndGet();
              }
            }
            return true;
          }
        };
    try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      for (var one : threads.invokeAll(java.util.Collections.nCopies(CONNECTIONS, connection))) {
        one.get();
      }
    }
    return done.get() / ((System.nanoTime() - begin) / 1e9);
  }
}
