package dev.hitlai.bench;

import dev.hitlai.HitlaiApplication;
import dev.hitlai.platform.database.OwnerDatabase;
import org.springframework.boot.SpringApplication;

/** A server in a process of its own, to be killed; arguments: data folder, port. */
final class IngestChild {
  private IngestChild() {}

  public static void main(String[] arguments) throws Exception {
    var context =
        new SpringApplication(HitlaiApplication.class)
            .run(
                "--server.port=" + arguments[1],
                "--server.address=127.0.0.1",
                "--hitlai.health.enabled=false",
                "--hitlai.data-dir=" + arguments[0]);
    try (var sql = context.getBean(OwnerDatabase.class).connect();
        var statement = sql.createStatement()) {
      statement.execute("select set_config('hitlai.role', 'system', false)");
      statement.execute(
          "insert into identity.companies (name, slug) values ('Bench', 'bench') on conflict do"
              + " nothing");
      statement.execute(
          "insert into identity.api_keys (company_id, name, kind, prefix, secret_sha256,"
              + " allowed_origins) select id, 'Bench', 'recorder', '"
              + IngestServer.KEY
              + "', sha256('x'), array['https://shop.example']"
              + " from identity.companies where slug = 'bench' on conflict do nothing");
      if (arguments.length > 2) {
        try (var row =
            statement.executeQuery(
                "select (select count(*) from recording.recording_batches), (select count(*) from"
                    + " recording.scroll_events), (select coalesce(sum(event_count), 0) from"
                    + " recording.recording_batches)")) {
          row.next();
          System.out.printf("COUNTS %d %d %d%n", row.getLong(1), row.getLong(2), row.getLong(3));
        }
      }
    }
    System.out.println("READY");
    Thread.currentThread().join();
  }
}
