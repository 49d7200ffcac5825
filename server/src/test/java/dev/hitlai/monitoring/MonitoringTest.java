package dev.hitlai.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.api.Limit;
import dev.hitlai.api.RateLimits;
import dev.hitlai.health.RealTraffic;
import dev.hitlai.monitoring.internal.Writing;
import dev.hitlai.monitoring.internal.system.PartProbes;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.Eventually;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.PrometheusText;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jooq.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What requests leave behind, end to end. */
@PlatformTest
class MonitoringTest {
  @LocalServerPort int port;
  @Autowired TestDatabase database;
  @Autowired Writing writing;
  @Autowired RealTraffic traffic;
  @Autowired RateLimits limits;
  @Autowired PartProbes probes;
  @Autowired SettableClock clock;

  @AfterEach
  void putTheClockBack() {
    clock.reset();
  }

  @Test
  void logsARequestWithoutItsSecrets() {
    var company = new TestAccounts(port).company();
    company.api().patch("/api/company/settings?token=letmein", Map.of("name", "Secret Plans Inc"));
    var row = logged(company.id(), "PATCH");
    assertThat(row.get("endpoint", String.class)).isEqualTo("/api/company/settings");
    assertThat(row.get("response_status", Integer.class)).isEqualTo(200);
    assertThat(row.get("auth_method", String.class)).isEqualTo("jwt");
    assertThat(row.get("user_id", UUID.class)).isEqualTo(company.owner().id());
    assertThat(row.toString()).doesNotContain("Secret Plans", "letmein", company.owner().token());
    assertThat(row.get("request_body", String.class)).contains("name");
  }

  @Test
  void logsRefusalsOfStrangersAndOfUnknownRoutes() {
    String agent = "stranger-" + UUID.randomUUID();
    var stranger = ApiClient.at(port).with("User-Agent", agent);
    stranger.get("/api/test-runs");
    stranger.get("/api/nothing/here");
    stranger.post("/api/auth/login", Map.of("email", "a@example.org", "password", "pass word 1"));
    var rows =
        Eventually.eventually(
            () ->
                database.asSystem(
                    sql ->
                        sql.fetch(
                            "select endpoint, response_status, error_message, response_body,"
                                + " request_body from monitoring.api_call_logs where user_agent ="
                                + " ? order by response_status, endpoint",
                            agent)),
            found -> found.size() == 3);
    assertThat(rows.getValues("endpoint", String.class))
        .containsExactly("/api/auth/login", "/api/test-runs", "(no route)");
    assertThat(rows.getValues("response_status", Integer.class)).containsExactly(401, 401, 404);
    assertThat(rows.toString())
        .doesNotContain("pass word", "a@example.org")
        .contains("UNAUTHORIZED");
  }

  @Test
  void countsRealTrafficExactly() {
    var company = new TestAccounts(port).company();
    // A day with a minute of its own, far from what other tests ask.
    Instant minute =
        Instant.now().plus(Duration.ofHours(30)).truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
    clock.moveTo(minute.plusSeconds(5));
    var login = new TestAccounts(port).login(company.owner().email());
    for (int i = 0; i < 7; i++) {
      assertThat(login.api().get("/api/company/api-keys").status()).isEqualTo(200);
    }
    clock.moveTo(minute.plusSeconds(70));
    var volume =
        Eventually.eventually(
            () -> {
              writing.write(false);
              return Tenancy.as(
                  Actor.system("test"), () -> traffic.between(minute, minute.plusSeconds(60)));
            },
            found -> found.stream().anyMatch(one -> one.route().equals("/api/company/api-keys")));
    assertThat(volume).contains(new RealTraffic.Volume("GET", "/api/company/api-keys", 7, 0));
    assertThat(traffic.isCounted()).isTrue();
  }

  @Test
  void showsHowCallersStandAndLetsThemInAgain() {
    String address = "198.51.100." + (1 + (int) (Math.random() * 250));
    String bucket = "probe" + UUID.randomUUID().toString().substring(0, 8) + "|" + address;
    for (int i = 0; i < 5; i++) {
      limits.take(bucket, Limit.perHour(3));
    }
    limits.take("mail|verify|somebody@example.org", Limit.perHour(3));
    writing.write(false);
    var row =
        database.asSystem(
            sql ->
                sql.fetchSingle(
                    "select * from monitoring.api_rate_limits where bucket = ?", bucket));
    assertThat(row.get("request_count", Integer.class)).isEqualTo(5);
    assertThat(row.get("refused_count", Integer.class)).isEqualTo(2);
    assertThat(row.get("is_blocked", Boolean.class)).isTrue();
    assertThat(row.get("window_minutes", Integer.class)).isEqualTo(60);
    var admin = admin();
    assertThat(admin.open("/admin/limits").text()).contains(address, "5 of 3", "Unblock");
    String id = row.get("id", UUID.class).toString();
    assertThat(admin.submit("/admin/limits/" + id + "/unblock", Map.of()).status()).isEqualTo(302);
    assertThat(limits.take(bucket, Limit.perHour(3)).allowed()).isTrue();
    assertThat(admin.open("/admin/limits?show=refused").text()).contains("unblocked");
    assertThat(
            database.<Integer>asSystem(
                sql ->
                    sql.fetchCount(
                        sql.selectOne()
                            .from("monitoring.api_rate_limits")
                            .where("bucket like '%@%'"))))
        .isZero();
  }

  @Test
  void findsRequestsByRouteStatusAndCallerAndHandsThemOutAsCsv() {
    var company = new TestAccounts(port).company();
    company.api().get("/api/test-runs/" + UUID.randomUUID());
    company.api().get("/api/company/settings");
    logged(company.id(), "GET");
    var admin = admin();
    String caller = "caller=" + company.id();
    assertThat(admin.open("/admin/requests?status=404&" + caller).text())
        .contains("/api/test-runs/{id}")
        .doesNotContain("GET /api/company/settings");
    assertThat(admin.open("/admin/requests?route=/api/company&" + caller).text())
        .contains("GET /api/company/settings")
        .doesNotContain("GET /api/test-runs/{id}");
    assertThat(admin.open("/admin/requests?caller=nonsense'").text()).contains("No requests");
    var csv = admin.open("/admin/requests/all.csv?" + caller);
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.text().lines()).hasSize(3);
    assertThat(csv.text()).startsWith("time,method,route").contains(company.id().toString());
  }

  @Test
  void triesOutEveryPartAndSaysThatThereIsNoModel() {
    Tenancy.run(Actor.system("test"), probes::run);
    String page = admin().open("/admin/system").text();
    assertThat(page)
        .contains("Database", "Job queue", "Disk space", "GB free", "connections")
        .contains("AI models", "No model is set up.");
  }

  @Test
  void givesFiguresToAdministratorsAlone() {
    var company = new TestAccounts(port).company();
    for (String path :
        new String[] {
          "/admin/requests",
          "/admin/limits",
          "/admin/security",
          "/admin/system",
          "/admin/performance",
          "/actuator/prometheus"
        }) {
      assertThat(company.api().get(path).status()).as(path).isEqualTo(403);
    }
    var metrics = new TestAccounts(port).admin(database).api().get("/actuator/prometheus");
    PrometheusText.read(metrics.text());
    assertThat(metrics.text())
        .contains(
            "hitlai_calls_written_total",
            "hitlai_calls_dropped_total",
            "hitlai_limits_refused_total");
  }

  private Record logged(UUID company, String method) {
    return Eventually.eventually(
            () ->
                database.asSystem(
                    sql ->
                        sql.fetch(
                            "select * from monitoring.api_call_logs where company_id = ? and method"
                                + " = ? order by created_at",
                            company,
                            method)),
            found -> found.isNotEmpty())
        .getFirst();
  }

  private Browser admin() {
    var browser = new Browser(ApiClient.at(port));
    browser.open("/login");
    browser.submit(
        "/login",
        Map.of(
            "email",
            new TestAccounts(port).admin(database).email(),
            "password",
            TestAccounts.PASSWORD));
    return browser;
  }
}
