package dev.hitlai.unlock.internal;

import dev.hitlai.identity.FeatureKey;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testers.PhaseFigure;
import dev.hitlai.testing.RunCounts;
import dev.hitlai.testing.RunCountsForTests;
import dev.hitlai.testing.TestRunCompleted;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;

/** The counting of completed tests on a database of its own, with what it announces. */
final class Counters {
  static final int THREADS = 64;

  final TestDatabase database = TestDatabase.fresh();
  final SettableClock clock = SettableClock.fixedAt("2026-06-30T12:00:00Z");
  final ConcurrentLinkedQueue<Object> announced = new ConcurrentLinkedQueue<>();
  final RunCounts runs;
  final CompanyLadder companies;
  final PhaseLadder phases;
  final CompletionCount count;
  final Recount recount;

  Counters(List<PhaseFigure> figures) {
    var sql = database.jooq();
    runs = RunCountsForTests.of(sql);
    var known = new PhaseFigures(runs, figures, clock);
    companies = new CompanyLadder(sql, announced::add);
    phases = new PhaseLadder(sql, known, announced::add);
    count = new CompletionCount(sql, companies, phases);
    recount = new Recount(sql, runs, known, phases, companies, clock);
  }

  record Known(Kind kind, BigDecimal current) implements PhaseFigure {
    static Known of(Kind kind, int value) {
      return new Known(kind, BigDecimal.valueOf(value));
    }
  }

  /** Everything that other modules will count, far enough for every phase. */
  static List<PhaseFigure> enoughOfEverything() {
    return List.of(
        Known.of(PhaseFigure.Kind.TRAINING_READY, 50),
        Known.of(PhaseFigure.Kind.MODELS_DEPLOYED, 3),
        Known.of(PhaseFigure.Kind.SELF_HOSTED_HEALTHY, 1),
        Known.of(PhaseFigure.Kind.MONTHLY_REVENUE, 100_000));
  }

  /** Companies for as many threads, in one statement. */
  List<UUID> companies() {
    return database.asSystem(
        sql ->
            sql.fetch(
                    "insert into identity.companies (name, slug) select 'Acme',"
                        + " gen_random_uuid()::text from generate_series(1, ?) returning id",
                    THREADS)
                .getValues(0, UUID.class));
  }

  UUID company() {
    UUID id = UUID.randomUUID();
    run(
        sql ->
            sql.execute(
                "insert into identity.companies (id, name, slug) values (?, 'Acme', ?)",
                id,
                id + ""));
    return id;
  }

  /** Completed runs, each rated with five stars; {@code verified} of them by people. */
  List<UUID> completedRuns(UUID company, int runs, int verified) {
    return database.asSystem(
        sql -> {
          UUID request = UUID.randomUUID();
          sql.execute(
              "insert into testing.test_requests (id, company_id, title, url, mission, test_type)"
                  + " values (?, ?, 'Title', 'https://example.org', 'Look', 'ai_only')",
              request,
              company);
          var ids =
              sql.fetch(
                      "insert into testing.test_runs (company_id, test_request_id, url, mission,"
                          + " test_type, status, company_ai_rating, completed_at) select ?, ?,"
                          + " 'https://example.org', 'Look', 'ai_only', 'completed', 5,"
                          + " timestamptz '2026-06-20Z' from generate_series(1, ?) returning id",
                      company,
                      request,
                      runs)
                  .getValues(0, UUID.class);
          sql.execute(
              "insert into testing.issues (company_id, test_run_id, title, description, severity,"
                  + " category, source, verdict) select company_id, id, 'Title', 'Text', 'low',"
                  + " 'forms', 'ai', 'confirmed' from testing.test_runs where test_request_id = ?"
                  + " limit ?",
              request,
              verified);
          return ids;
        });
  }

  void companyStandsAt(UUID company, long completed) {
    run(
        sql ->
            sql.execute(
                "insert into unlock.milestone_progress (company_id, completed) values (?, ?)"
                    + " on conflict (company_id, shard) do update set completed ="
                    + " excluded.completed",
                company,
                completed));
  }

  void platformStandsAt(long completed) {
    run(
        sql ->
            sql.execute(
                "update unlock.milestone_progress set completed = case shard when 0 then ? else 0"
                    + " end where company_id is null",
                completed));
    Tenancy.run(Actor.system("test"), this::measure);
  }

  void measure() {
    database.transactions().executeWithoutResult(_ -> recount.measure());
  }

  void complete(Actor as, UUID company, UUID run) {
    Tenancy.run(
        as,
        () ->
            database
                .transactions()
                .executeWithoutResult(
                    _ ->
                        count.on(
                            new TestRunCompleted(
                                run, UUID.randomUUID(), company, clock.instant()))));
  }

  /** All tests at once, each by a thread of its own. */
  void completeAtOnce(List<TestRunCompleted> tests) throws Exception {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      var all = new ArrayList<Future<?>>();
      for (var test : tests) {
        all.add(
            threads.submit(
                () -> {
                  start.await();
                  complete(
                      Actor.company(null, test.companyId()), test.companyId(), test.testRunId());
                  return true;
                }));
      }
      start.countDown();
      for (var one : all) {
        one.get();
      }
    }
  }

  void run(java.util.function.Consumer<DSLContext> work) {
    database.asSystem(
        sql -> {
          work.accept(sql);
          return true;
        });
  }

  long companyCompleted(UUID company) {
    return number(
        "select coalesce(max(completed), 0) from unlock.milestone_progress where company_id = ?",
        company);
  }

  Set<FeatureKey> open(UUID company) {
    return database.asSystem(_ -> companies.open(company));
  }

  long number(String query, Object... parameters) {
    return database.asSystem(sql -> sql.fetchSingle(query, parameters).get(0, Long.class));
  }
}
