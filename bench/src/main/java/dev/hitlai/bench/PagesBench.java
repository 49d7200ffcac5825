package dev.hitlai.bench;

import dev.hitlai.HitlaiApplication;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pages of a company that owns a fifth of all rows, and of administrators, while the database grows
 * from a hundredth through a tenth to the whole: how long each takes, and how that grows. Sizes are
 * {@code -Dhitlai.bench.events}, {@code runs} and {@code findings}.
 */
final class PagesBench implements Benchmark {
  private static final double GOAL_MS = 100;
  private static final double GOAL_RATIO = 2;
  private static final int COMPANIES = 100;
  private static final List<String> COMPANY_PAGES =
      List.of("/company/dashboard", "/company/tests", "/company/issues", "/company/milestones");
  private static final List<String> ADMIN_PAGES =
      List.of(
          "/admin",
          "/admin/tests",
          "/admin/requests",
          "/admin/requests?status=4xx&since=24h",
          "/admin/performance",
          "/admin/security",
          "/admin/limits?show=all",
          "/admin/system");

  private final long events = Long.getLong("hitlai.bench.events", 10_000_000);
  private final long runs = Long.getLong("hitlai.bench.runs", 100_000);
  private final long findings = Long.getLong("hitlai.bench.findings", 1_000_000);
  private final int asks = Integer.getInteger("hitlai.bench.requests", 40);

  @Override
  public String what() {
    return "dashboards with 10 M events, 100 k runs, 1 M findings against 1 % of them";
  }

  @Override
  public void run() throws Exception {
    var data = Files.createTempDirectory("hitlai-pages");
    try (var context =
        new SpringApplication(HitlaiApplication.class)
            .run(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--hitlai.health.enabled=false",
                "--hitlai.api.requests-per-minute=1000000",
                "--hitlai.data-dir=" + data)) {
      measure(new Server(context));
    }
  }

  private void measure(Server server) throws Exception {
    var company = server.company();
    var admin = server.admin();
    var companies = server.others(company.companyId());
    var steps = new LinkedHashMap<Integer, Map<String, Double>>();
    long before = 0;
    for (int percent : new int[] {1, 10, 100}) {
      server.plant(
          companies,
          part(events, percent, before),
          part(runs, percent, before),
          part(findings, percent, before));
      before = percent;
      // Twice: what is measured first would pay for the compiler's work.
      for (int i = 0; i < 2; i++) {
        steps.put(percent, once(server, company.token(), admin));
      }
      System.out.println(percent + " %: " + steps.get(percent));
    }
    report(steps);
  }

  private Map<String, Double> once(Server server, String company, String admin) throws Exception {
    var p95 = new TreeMap<String, Double>();
    for (String path : COMPANY_PAGES) {
      p95.put(path, server.p95(path, company, asks));
    }
    for (String path : ADMIN_PAGES) {
      p95.put(path, server.p95(path, admin, asks));
    }
    return p95;
  }

  private static long part(long all, int percent, long before) {
    return Math.max(1, all * (percent - before) / 100);
  }

  private void report(Map<Integer, Map<String, Double>> steps) {
    var small = Objects.requireNonNull(steps.get(1));
    var large = Objects.requireNonNull(steps.get(100));
    double worst = 0;
    double slowest = 0;
    var exponents = new TreeMap<String, Double>();
    for (var entry : large.entrySet()) {
      String path = entry.getKey();
      double ratio = entry.getValue() / Objects.requireNonNull(small.get(path));
      worst = Math.max(worst, ratio);
      slowest = Math.max(slowest, entry.getValue());
      exponents.put(path, ResultLine.rounded(Math.log(ratio) / Math.log(100)));
    }
    var metrics = new TreeMap<String, Object>();
    steps.forEach((percent, p95) -> metrics.put("p95MsAt" + percent, p95));
    metrics.put("exponents", exponents);
    metrics.put("slowestP95Ms", slowest);
    metrics.put("goalMs", GOAL_MS);
    metrics.put("goalRatio", GOAL_RATIO);
    metrics.put("events", events);
    metrics.put("runs", runs);
    metrics.put("findings", findings);
    ResultLine.print("pages", metrics, worst, (long) large.size() * asks);
  }

  private record Owner(UUID companyId, String token) {}

  /** The whole product on a port of its own. */
  private static final class Server {
    private static final Actor ACTOR = Actor.system("pages bench");
    private static final String PASSWORD = "a long enough sentence";

    private final HttpClient http = HttpClient.newHttpClient();
    private final DSLContext sql;
    private final TransactionTemplate transactions;
    private final String base;

    Server(ConfigurableApplicationContext context) {
      sql = context.getBean(DSLContext.class);
      transactions = context.getBean(TransactionTemplate.class);
      base =
          "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    Owner company() throws Exception {
      var answer =
          post(
              "/api/auth/signup",
              Map.of("email", "owner@example.org", "password", PASSWORD, "companyName", "Bench"));
      return new Owner(
          UUID.fromString(answer.at("/user/companyId").asString()),
          answer.at("/access_token").asString());
    }

    String admin() throws Exception {
      post(
          "/api/auth/signup",
          Map.of(
              "email",
              "admin@example.org",
              "password",
              PASSWORD,
              "displayName",
              "Admin",
              "age",
              40,
              "techLiteracy",
              "high",
              "languages",
              List.of("en")));
      system(
          () ->
              sql.execute(
                  "update identity.users set user_type = 'admin' where email ="
                      + " 'admin@example.org'"));
      return post("/api/auth/login", Map.of("email", "admin@example.org", "password", PASSWORD))
          .at("/access_token")
          .asString();
    }

    /** The measured company first, which owns every fifth row. */
    List<UUID> others(UUID measured) {
      var all = new ArrayList<UUID>();
      system(
          () -> {
            for (int i = 0; i < COMPANIES; i++) {
              UUID id = UUID.randomUUID();
              sql.execute(
                  "insert into identity.companies (id, name, slug) values (?, 'Bench', ?)",
                  id,
                  id.toString());
              all.add(i % 5 == 0 ? measured : id);
            }
          });
      return all;
    }

    void plant(List<UUID> companies, long events, long runs, long findings) {
      String owners = "(" + array(companies) + ")[1 + i % " + companies.size() + "]";
      system(
          () -> {
            sql.execute(
                """
                create temporary table planted on commit drop as
                select gen_random_uuid() as request, gen_random_uuid() as run, %s as company,
                  now() - random() * interval '90 days' as at, i
                from generate_series(1, %d) i
                """
                    .formatted(owners, runs));
            sql.execute(
                """
                insert into testing.test_requests (id, company_id, title, url, mission, test_type, status, created_at)
                select request, company, 'Test ' || i, 'https://shop.example/', 'Buy a mug', 'ai_only', 'completed', at from planted
                """);
            sql.execute(
                """
                insert into testing.test_runs (id, company_id, test_request_id, url, mission, test_type, status, persona,
                  test_config, started_at, completed_at, created_at, score, sentiment_score, outcome)
                select run, company, request, 'https://shop.example/', 'Buy a mug', 'ai_only', 'completed',
                  (select traits from testing.personas where company_id is null limit 1),
                  '{"budgetSeconds": 60, "maxPages": 3, "maxSteps": 10, "allowedHosts": []}', at, at + interval '1 minute', at,
                  50 + i % 50, 0.5, 'done'
                from planted
                """);
            sql.execute(
                """
                insert into testing.issues (test_run_id, company_id, title, description, severity, category, source, status, created_at)
                select p.run, p.company, 'Finding ' || n, 'What is wrong here', (array['low','medium','high','critical'])[1 + n %% 4],
                  'forms', 'ai', (array['open','open','resolved'])[1 + n %% 3], p.at
                from planted p cross join generate_series(1, %d) n
                """
                    .formatted(Math.max(1, findings / Math.max(1, runs))));
          });
      String at = "now() - random() * (now() - date_trunc('day', now()))";
      system(
          () ->
              sql.execute(
                  """
                  insert into recording.click_events (recording_session_id, company_id, timestamp_ms, element_selector, click_x, click_y, created_at)
                  select gen_random_uuid(), %s, i, '#buy', 10, 10, %s from generate_series(1, %d) i
                  """
                      .formatted(owners, at, Math.max(1, events * 7 / 10))));
      system(
          () ->
              sql.execute(
                  """
                  insert into monitoring.api_call_logs (method, endpoint, path, company_id, ip_address, response_status, duration_ms, error_occurred, created_at)
                  select 'GET', '/api/things/' || i %% 50, '/api/things', %s, '192.0.2.1', case when i %% 20 = 0 then 404 else 200 end, 5, i %% 20 = 0, %s
                  from generate_series(1, %d) i
                  """
                      .formatted(owners, at, Math.max(1, events * 3 / 10))));
    }

    private static String array(List<UUID> ids) {
      var words = new ArrayList<String>();
      ids.forEach(id -> words.add("'" + id + "'::uuid"));
      return "array[" + String.join(",", words) + "]";
    }

    double p95(String path, String token, int asks) throws Exception {
      var request =
          HttpRequest.newBuilder(URI.create(base + path))
              .header("Authorization", "Bearer " + token)
              .header("Accept", "text/html")
              .build();
      var millis = new ArrayList<Double>();
      for (int i = 0; i < asks + 5; i++) {
        long began = System.nanoTime();
        var answer = http.send(request, BodyHandlers.ofByteArray());
        double took = (System.nanoTime() - began) / 1e6;
        if (answer.statusCode() != 200) {
          throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        // The first few are the compiler's.
        if (i >= 5) {
          millis.add(took);
        }
      }
      millis.sort(null);
      return ResultLine.rounded(millis.get((int) Math.ceil(millis.size() * 0.95) - 1));
    }

    private tools.jackson.databind.JsonNode post(String path, Map<String, ?> body)
        throws Exception {
      var answer =
          http.send(
              HttpRequest.newBuilder(URI.create(base + path))
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
                  .build(),
              BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(path + ": " + answer.body());
      }
      return JsonMapper.shared().readTree(answer.body());
    }

    private void system(Runnable work) {
      Tenancy.run(ACTOR, () -> transactions.executeWithoutResult(_ -> work.run()));
    }
  }
}
