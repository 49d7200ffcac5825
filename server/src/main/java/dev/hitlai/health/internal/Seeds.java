package dev.hitlai.health.internal;

import static dev.hitlai.health.internal.jooq.Tables.API_ENDPOINT_CONFIGS;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.MonitorKind;
import dev.hitlai.platform.PublicAddress;
import dev.hitlai.platform.SelfCheck;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The platform's own monitors, so that a fresh installation shows a living status page. Each is
 * made once; after that administrators change them as they like. One that was deleted comes back at
 * the next start, so switch it off instead.
 */
@Component
class Seeds {
  private static final String PAGES = "Website";
  private static final String PROGRAMS = "API";
  private static final String PARTS = "Platform";

  private final DSLContext sql;
  private final MonitorFields fields;
  private final PublicAddress address;
  private final List<SelfCheck> parts;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final HealthSettings settings;

  Seeds(
      DSLContext sql,
      MonitorFields fields,
      PublicAddress address,
      List<SelfCheck> parts,
      TransactionOperations transactions,
      Clock clock,
      HealthSettings settings) {
    this.sql = sql;
    this.fields = fields;
    this.address = address;
    this.parts = parts;
    this.transactions = transactions;
    this.clock = clock;
    this.settings = settings;
  }

  private record Seed(
      String key,
      MonitorKind kind,
      String endpoint,
      String name,
      String category,
      String url,
      @Nullable String parent,
      int status) {}

  @EventListener
  void on(ApplicationReadyEvent ready) {
    if (settings.enabled()) {
      Tenancy.run(
          Actor.system("seed-monitors"), () -> transactions.executeWithoutResult(_ -> plant()));
    }
  }

  private void plant() {
    var planted = new java.util.HashMap<String, UUID>();
    for (var seed : seeds()) {
      var row =
          sql.selectFrom(API_ENDPOINT_CONFIGS)
              .where(API_ENDPOINT_CONFIGS.SEED_KEY.eq(seed.key()))
              .fetchOne();
      if (row == null) {
        planted.put(seed.key(), insert(seed, planted.get(String.valueOf(seed.parent()))));
      } else {
        planted.put(seed.key(), row.getId());
        follow(row, seed);
      }
    }
  }

  /** Without a configured address the port may be another one at each start. */
  private void follow(
      dev.hitlai.health.internal.jooq.tables.records.ApiEndpointConfigsRecord row, Seed seed) {
    boolean ours = row.getTargetUrl().startsWith("http://localhost:");
    if (ours && !row.getTargetUrl().equals(seed.url())) {
      row.setTargetUrl(seed.url());
      row.store();
    }
  }

  private UUID insert(Seed seed, @Nullable UUID parent) {
    var id = UUID.randomUUID();
    var plain = Drafting.fresh(id, null, clock.instant());
    var monitor =
        new Monitor(
            id,
            null,
            seed.kind(),
            seed.endpoint(),
            "GET",
            seed.name(),
            "",
            seed.category(),
            true,
            true,
            new Monitor.Target(seed.url(), java.util.Map.of(), null, false, true, "A"),
            new Monitor.Expectation(
                Set.of(seed.status()),
                List.of(),
                plain.expectation().warning(),
                plain.expectation().critical(),
                plain.expectation().certificateWarningDays(),
                Set.of()),
            plain.watch(),
            plain.promise(),
            plain.pause(),
            Set.of(),
            clock.instant());
    var row = sql.newRecord(API_ENDPOINT_CONFIGS);
    row.setId(id);
    row.setSeedKey(seed.key());
    row.setCreatedAt(clock.instant());
    fields.write(monitor, row);
    sql.insertInto(API_ENDPOINT_CONFIGS).set(row).onConflictDoNothing().execute();
    if (parent != null) {
      sql.execute(
          """
          insert into apihealth.monitor_parents (monitor_id, parent_id)
          select {0}, {1} where exists (select from apihealth.api_endpoint_configs where id = {0})
          """,
          org.jooq.impl.DSL.val(id), org.jooq.impl.DSL.val(parent));
    }
    return id;
  }

  private List<Seed> seeds() {
    var seeds = new ArrayList<Seed>();
    for (var part : parts) {
      seeds.add(
          new Seed(
              "part:" + part.part(),
              MonitorKind.INTERNAL,
              "internal:" + part.part(),
              part.label(),
              PARTS,
              "internal:" + part.part(),
              null,
              200));
    }
    seeds.add(http("home", "/", "Website", PAGES, 200));
    seeds.add(http("login", "/login", "Login", PAGES, 200));
    seeds.add(http("openapi", "/api/openapi.json", "API documentation", PROGRAMS, 200));
    // Without a login this refuses, which shows that the API, its limits and the sessions work.
    seeds.add(http("test-runs", "/api/test-runs", "Tests API", PROGRAMS, 401));
    return seeds;
  }

  private Seed http(String key, String path, String name, String category, int status) {
    return new Seed(
        "route:" + key,
        MonitorKind.HTTP,
        path,
        name,
        category,
        address.of(path),
        "part:database",
        status);
  }
}
