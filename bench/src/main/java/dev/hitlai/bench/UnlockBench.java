package dev.hitlai.bench;

import dev.hitlai.HitlaiApplication;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testers.PhaseFigure;
import dev.hitlai.testing.internal.runs.RunEnding;
import dev.hitlai.testing.internal.runs.Runs;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.ApplicationListenerMethodAdapter;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 64 threads complete tests of 64 companies across the platform's mark of 1,000, and 64 more those
 * of one company across its own. How often each mark is unlocked, and how many tests a second are
 * completed with the tracker and without it, taken in turns on the same server.
 */
final class UnlockBench implements Benchmark {
  private static final int THREADS = 64;
  private static final double GOAL = 0.8;

  private final int rounds = Integer.getInteger("hitlai.bench.rounds", 5);
  private final int runsOfAThread = Integer.getInteger("hitlai.bench.runs", 20);

  @Override
  public String what() {
    return "unlocks across the 1,000 mark under 64 threads, and what counting costs";
  }

  @Override
  public void run() throws Exception {
    var data = Files.createTempDirectory("hitlai-unlock");
    var application = new SpringApplication(HitlaiApplication.class);
    application.addInitializers(
        context -> context.getBeanFactory().registerSingleton("trainingReady", new Ready()));
    try (var context =
        application.run(
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--hitlai.database.pool-size=" + THREADS,
            "--hitlai.data-dir=" + data)) {
      measure(new Server(context));
    }
  }

  private void measure(Server server) throws Exception {
    server.meetTheOtherConditions();
    server.round(server.companies(THREADS, runsOfAThread), true);
    var with = new ArrayList<Double>();
    var without = new ArrayList<Double>();
    var phases = new ArrayList<Long>();
    var milestones = new ArrayList<Long>();
    for (int round = 0; round < rounds; round++) {
      // Which of the two goes first alternates, so that neither gets the warmer server.
      for (boolean tracked :
          round % 2 == 0 ? new boolean[] {true, false} : new boolean[] {false, true}) {
        var companies = server.companies(THREADS, runsOfAThread);
        server.platformStandsAt(1_000 - THREADS * runsOfAThread / 2);
        double perSecond = server.round(companies, tracked);
        (tracked ? with : without).add(perSecond);
        if (tracked) {
          phases.add(server.count("company_id is null"));
        }
        System.out.printf(
            "round %d %s the tracker: %.0f tests a second%n",
            round + 1, tracked ? "with" : "without", perSecond);
      }
      milestones.add(server.oneCompanyAcrossItsMark());
      System.out.printf(
          "round %d: %d unlock of the phase, %d of the company's milestone%n",
          round + 1, phases.getLast(), milestones.getLast());
    }
    boolean once =
        phases.stream().allMatch(count -> count == 1)
            && milestones.stream().allMatch(count -> count == 1);
    double ratio = median(with) / median(without);
    ResultLine.print(
        "unlock",
        Map.of(
            "testsPerSecondWith", ResultLine.rounded(median(with)),
            "testsPerSecondWithout", ResultLine.rounded(median(without)),
            "phaseUnlocks", phases,
            "milestoneUnlocks", milestones,
            "exactlyOnce", once,
            "threads", THREADS,
            "goal", GOAL),
        ratio,
        (long) rounds * THREADS * runsOfAThread);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /** The condition that no part of the platform measures yet. */
  private record Ready() implements PhaseFigure {
    @Override
    public Kind kind() {
      return Kind.TRAINING_READY;
    }

    @Override
    public BigDecimal current() {
      return BigDecimal.valueOf(50);
    }
  }

  /** A company with runs that are under way. */
  private record Running(UUID company, List<UUID> runs) {}

  /** The product, with the tracker's listener in or out. */
  private static final class Server {
    private static final Actor ACTOR = Actor.system("unlock bench");

    private final DSLContext sql;
    private final TransactionTemplate transactions;
    private final Runs runs;
    private final RunEnding ending;
    private final ApplicationEventMulticaster events;
    private final List<ApplicationListener<?>> tracker = new ArrayList<>();

    Server(ConfigurableApplicationContext context) {
      sql = context.getBean(DSLContext.class);
      transactions = context.getBean(TransactionTemplate.class);
      runs = context.getBean(Runs.class);
      ending = context.getBean(RunEnding.class);
      events = context.getBean(ApplicationEventMulticaster.class);
    }

    /** Completes all of them, a thread for each company; returns tests a second. */
    double round(List<Running> companies, boolean tracked) throws Exception {
      track(tracked);
      try {
        return all(
            companies.stream()
                .<Runnable>map(running -> () -> running.runs().forEach(this::complete))
                .toList(),
            companies.stream().mapToInt(running -> running.runs().size()).sum());
      } finally {
        track(true);
      }
    }

    /** One company from 968 to 1,032 by 64 threads; returns how often 1k was unlocked. */
    long oneCompanyAcrossItsMark() throws Exception {
      var company = companies(1, THREADS).getFirst();
      system(
          () ->
              sql.execute(
                  "insert into unlock.milestone_progress (company_id, completed) values (?, 968)",
                  company.company()));
      all(company.runs().stream().<Runnable>map(run -> () -> complete(run)).toList(), THREADS);
      return count("company_id = '" + company.company() + "'") / 4;
    }

    long count(String which) {
      var counted = new long[1];
      system(
          () ->
              counted[0] =
                  sql.fetchSingle("select count(*) from unlock.unlocked_features where " + which)
                      .get(0, Long.class));
      return counted[0];
    }

    void meetTheOtherConditions() {
      var company = companies(1, 500).getFirst();
      system(
          () -> {
            sql.execute(
                "update testing.test_runs set status = 'completed', company_ai_rating = 5,"
                    + " completed_at = now() where company_id = ?",
                company.company());
            sql.execute(
                "insert into testing.issues (company_id, test_run_id, title, description,"
                    + " severity, category, source, verdict) select company_id, id, 'Title',"
                    + " 'Text', 'low', 'forms', 'ai', 'confirmed' from testing.test_runs where"
                    + " company_id = ? limit 300",
                company.company());
          });
    }

    /** Counters as if so many tests had been completed, no phase open, figures just measured. */
    void platformStandsAt(long completed) {
      system(
          () -> {
            sql.execute("delete from unlock.unlocked_features where company_id is null");
            sql.execute(
                "update unlock.milestone_progress set completed = case shard when 0 then ?::bigint"
                    + " else 0 end where company_id is null",
                completed);
            sql.execute(
                "update unlock.platform_milestones set current_value = case condition when"
                    + " 'completed_tests' then ?::numeric when 'rated_well' then 500 when"
                    + " 'human_verified' then 300 when 'training_ready' then 50 else 0 end",
                completed);
          });
    }

    List<Running> companies(int number, int runsOfEach) {
      var made = new ArrayList<Running>();
      system(
          () -> {
            for (int i = 0; i < number; i++) {
              made.add(company(runsOfEach));
            }
          });
      return made;
    }

    private Running company(int runsOfEach) {
      UUID company = UUID.randomUUID();
      UUID request = UUID.randomUUID();
      sql.execute(
          "insert into identity.companies (id, name, slug) values (?, 'Bench', ?)",
          company,
          company.toString());
      sql.execute(
          "insert into testing.test_requests (id, company_id, title, url, mission, test_type,"
              + " status) values (?, ?, 'Title', 'https://example.org', 'Look', 'ai_only',"
              + " 'running')",
          request,
          company);
      var ids =
          sql.fetch(
                  "insert into testing.test_runs (company_id, test_request_id, url, mission,"
                      + " test_type, status, persona, test_config, started_at) select ?, ?,"
                      + " 'https://example.org', 'Look', 'ai_only', 'running', (select traits from"
                      + " testing.personas where company_id is null limit 1), '{\"budgetSeconds\":"
                      + " 60, \"maxPages\": 3, \"maxSteps\": 10, \"allowedHosts\": []}', now() from"
                      + " generate_series(1, ?) returning id",
                  company,
                  request,
                  runsOfEach)
              .getValues(0, UUID.class);
      return new Running(company, ids);
    }

    private void complete(UUID run) {
      system(() -> ending.complete(runs.lock(run).orElseThrow(), Map.of()));
    }

    private void system(Runnable work) {
      Tenancy.run(ACTOR, () -> transactions.executeWithoutResult(_ -> work.run()));
    }

    private void track(boolean tracked) {
      if (tracked) {
        tracker.forEach(events::addApplicationListener);
        tracker.clear();
        return;
      }
      Predicate<ApplicationListener<?>> counts =
          listener ->
              listener instanceof ApplicationListenerMethodAdapter method
                  && method.getListenerId().contains("CompletionCount");
      events.removeApplicationListeners(listener -> counts.test(listener) && tracker.add(listener));
      if (tracker.isEmpty()) {
        throw new IllegalStateException("The tracker's listener was not found");
      }
    }

    private static double all(List<Runnable> work, int tests) throws Exception {
      var start = new CountDownLatch(1);
      try (var threads = Executors.newFixedThreadPool(work.size())) {
        List<Future<?>> all = new ArrayList<>();
        for (var one : work) {
          all.add(
              threads.submit(
                  () -> {
                    start.await();
                    one.run();
                    return true;
                  }));
        }
        long begin = System.nanoTime();
        start.countDown();
        for (var one : all) {
          one.get();
        }
        return tests / ((System.nanoTime() - begin) / 1e9);
      }
    }
  }
}
