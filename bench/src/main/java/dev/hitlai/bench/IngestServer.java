package dev.hitlai.bench;

import static java.util.Objects.requireNonNull;

import dev.hitlai.HitlaiApplication;
import dev.hitlai.platform.database.OwnerDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A server of our own with a company that records, and what sends to it. */
final class IngestServer implements AutoCloseable {
  static final String KEY = "wk_bench";
  static final List<String> TABLES =
      List.of(
          "scroll_events",
          "click_events",
          "form_interactions",
          "mouse_movements",
          "keyboard_events",
          "network_requests",
          "console_logs",
          "element_visibility",
          "page_moments");

  private final ConfigurableApplicationContext context;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;

  IngestServer() throws IOException, SQLException {
    var data = Files.createTempDirectory("hitlai-ingest");
    this.context =
        new SpringApplication(HitlaiApplication.class)
            .run(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--hitlai.health.enabled=false",
                "--hitlai.data-dir=" + data);
    this.port =
        requireNonNull(((ServletWebServerApplicationContext) context).getWebServer()).getPort();
    try (var sql = connect();
        var statement = sql.createStatement()) {
      statement.execute("select set_config('hitlai.role', 'system', false)");
      statement.execute("insert into identity.companies (name, slug) values ('Bench', 'bench')");
      statement.execute(
          "insert into identity.api_keys (company_id, name, kind, prefix, secret_sha256,"
              + " allowed_origins) select id, 'Bench', 'recorder', '"
              + KEY
              + "', sha256('x'), array['https://shop.example']"
              + " from identity.companies where slug = 'bench'");
    }
  }

  /** As the owner of the tables. */
  Connection connect() throws SQLException {
    return context.getBean(OwnerDatabase.class).connect();
  }

  /** Sends one batch as one of many visitors; the status. */
  int send(UUID session, int number, RecordedBatches.Body body, int visitor)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:%d/api/recordings/%s/batch?k=%s&n=%d&h=%s&t=%d&z=1"
                        .formatted(
                            port, session, KEY, number, body.hash(), System.currentTimeMillis())))
            .header("Origin", "https://shop.example")
            .header("Content-Type", "text/plain")
            .header("User-Agent", "Mozilla/5.0 (bench)")
            // The limit is an address's: visitors have one each.
            .header(
                "X-Forwarded-For",
                "10.%d.%d.%d".formatted(visitor >> 16 & 255, visitor >> 8 & 255, visitor & 255))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.packed()))
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  /** Rows of all tables of events. */
  long rows() throws SQLException {
    long rows = 0;
    try (var sql = connect();
        var statement = sql.createStatement()) {
      statement.execute("select set_config('hitlai.role', 'system', false)");
      for (String table : TABLES) {
        try (var count = statement.executeQuery("select count(*) from recording." + table)) {
          count.next();
          rows += count.getLong(1);
        }
      }
    }
    return rows;
  }

  /** Events of batches that were written down. */
  long events() throws SQLException {
    try (var sql = connect();
        var statement = sql.createStatement()) {
      statement.execute("select set_config('hitlai.role', 'system', false)");
      try (var sum =
          statement.executeQuery(
              "select coalesce(sum(event_count), 0) from recording.recording_batches")) {
        sum.next();
        return sum.getLong(1);
      }
    }
  }

  /** Today's partitions of the tables. */
  List<String> partitions() throws SQLException {
    var names = new ArrayList<String>();
    try (var sql = connect();
        var statement = sql.createStatement()) {
      for (String table : TABLES) {
        try (var found =
            statement.executeQuery(
                "select 'recording.' || '%s_p' || to_char(now() at time zone 'utc', 'YYYYMMDD')"
                    .formatted(table))) {
          found.next();
          names.add(found.getString(1));
        }
      }
    }
    return names;
  }

  @Override
  public void close() {
    http.close();
    context.close();
  }
}
