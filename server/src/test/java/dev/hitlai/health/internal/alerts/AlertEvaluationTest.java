package dev.hitlai.health.internal.alerts;

import static dev.hitlai.testsupport.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.hitlai.health.internal.TestMonitors;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Mailbox;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestAdmin;
import dev.hitlai.testsupport.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules over stored checks, from the figure to the message. */
@PlatformTest
class AlertEvaluationTest {
  @LocalServerPort private int port;
  @Autowired private AlertEvaluation evaluation;
  @Autowired private TestDatabase database;
  @Autowired private SettableClock clock;

  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private HttpServer program;
  private TestMonitors monitors;
  private TestAccounts.Person admin;
  private UUID monitor;
  private String endpoint;
  private String name;
  private String address;

  @BeforeEach
  void prepare() throws IOException {
    program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    program.createContext(
        "/",
        exchange -> {
          received.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    program.start();
    monitors = new TestMonitors(database);
    admin = TestAdmin.make(database, port);
    name = "Search " + UUID.randomUUID();
    monitor = monitors.make(name);
    endpoint =
        database.asSystem(
            sql ->
                sql.fetchSingle(
                        "select endpoint from apihealth.api_endpoint_configs where id = ?", monitor)
                    .get(0, String.class));
    address = TestAccounts.email();
  }

  /** Logged in anew: tokens end within minutes of the clock that is moved here. */
  private ApiClient api() {
    return new TestAccounts(port).login(admin.email()).api();
  }

  @AfterEach
  void tidyUp() {
    program.stop(0);
    clock.reset();
    monitors.retire(monitor);
    database.asSystem(
        sql -> sql.execute("delete from apihealth.api_alert_rules where endpoint = ?", endpoint));
  }

  private Map<String, Object> rule(Map<String, Object> more) {
    var rule = new LinkedHashMap<String, Object>();
    rule.put("name", "Slow answers");
    rule.put("endpoint", endpoint);
    rule.put("metric", "response_time");
    rule.put("operator", "greater_than");
    rule.put("threshold", 3000);
    rule.put("durationMinutes", 5);
    rule.put("severity", "warning");
    rule.put("notifyEmails", List.of(address));
    rule.putAll(more);
    return rule;
  }

  private String make(Map<String, Object> more) {
    var answer = api().post("/api/health/alert-rules", rule(more));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.at("/data/rule/id");
  }

  /** A check and a look each minute. */
  private void minutes(int count, Double ms) {
    for (int i = 0; i < count; i++) {
      clock.advance(Duration.ofMinutes(1));
      monitors.check(monitor, clock.instant(), ms);
      evaluate();
    }
  }

  private void evaluate() {
    Tenancy.run(Actor.system("test"), evaluation::evaluate);
  }

  private List<String> mails() {
    return new Mailbox(database).subjects(address);
  }

  private JsonNode history(String rule) {
    return api().get("/api/health/alert-rules/history?ruleId=" + rule).json().path("data");
  }

  @Test
  void aSlowRampFiresOnceAndResolvesByItself() {
    String rule = make(Map.of("createIncident", true));
    minutes(5, 200.0);
    assertThat(history(rule)).isEmpty();
    minutes(9, 5000.0);
    assertThat(history(rule)).hasSize(1);
    assertThat(history(rule).get(0).path("value").asDouble()).isGreaterThan(3000);
    assertThat(history(rule).get(0).path("resolved").asBoolean()).isFalse();
    String incident = history(rule).get(0).path("incidentId").asString();
    assertThat(api().get("/api/health/incidents/" + incident).at("/data/incident/type"))
        .isEqualTo("degraded_performance");
    minutes(8, 200.0);
    assertThat(history(rule).get(0).path("resolved").asBoolean()).isTrue();
    assertThat(api().get("/api/health/incidents/" + incident).at("/data/incident/status"))
        .isEqualTo("resolved");
    assertThat(mails()).containsExactly("Slow answers: " + name, "Over: Slow answers: " + name);
  }

  @Test
  void twoServersFireOnce() throws InterruptedException {
    String rule = make(Map.of("durationMinutes", 0));
    monitors.check(monitor, clock.instant(), 5000.0);
    var servers =
        List.of(
            Thread.ofPlatform().start(this::evaluate),
            Thread.ofPlatform().start(this::evaluate),
            Thread.ofPlatform().start(this::evaluate));
    for (var server : servers) {
      server.join();
    }
    assertThat(history(rule)).hasSize(1);
    assertThat(mails()).hasSize(1);
  }

  @Test
  void maintenanceEndsItQuietlyAndItsFailuresDontCountAfterwards() {
    String rule =
        make(Map.of("metric", "error_rate", "threshold", 10, "name", "Errors", "minFailures", 3));
    Instant began = clock.instant();
    monitors.change(monitor, "up", "maintenance", began);
    state("maintenance");
    minutes(8, null);
    assertThat(history(rule)).isEmpty();
    monitors.change(monitor, "maintenance", "up", clock.instant());
    state("up");
    minutes(8, 200.0);
    assertThat(history(rule)).isEmpty();
    minutes(9, null);
    assertThat(history(rule)).hasSize(1);
  }

  private void state(String state) {
    database.asSystem(
        sql ->
            sql.execute(
                "insert into apihealth.monitor_states (monitor_id, state, since) values (?, ?,"
                    + " now()) on conflict (monitor_id) do update set state = excluded.state",
                monitor,
                state));
  }

  @Test
  void programsGetOurFormOrThatOfTheAlertmanager() throws InterruptedException {
    String url = "http://127.0.0.1:" + program.getAddress().getPort() + "/alerts";
    String own = make(Map.of("sendWebhook", true, "webhookUrl", url, "sendEmail", false));
    assertThat(api().post("/api/health/alert-rules/" + own + "/test", Map.of()).status())
        .isEqualTo(202);
    var ours = take();
    assertThat(ours.path("event").asString()).isEqualTo("alert.firing");
    assertThat(ours.at("/data/alerts/0/monitor").asString()).isEqualTo(name);
    assertThat(ours.at("/data/test").asBoolean()).isTrue();
    String other =
        make(
            Map.of(
                "sendWebhook",
                true,
                "webhookUrl",
                url,
                "webhookFormat",
                "alertmanager",
                "sendEmail",
                false));
    api().post("/api/health/alert-rules/" + other + "/test", Map.of());
    var theirs = take();
    assertThat(theirs.path("version").asString()).isEqualTo("4");
    assertThat(theirs.path("status").asString()).isEqualTo("firing");
    assertThat(theirs.at("/alerts/0/labels/alertname").asString()).isEqualTo("Slow answers");
    assertThat(theirs.at("/alerts/0/endsAt").asString()).isEqualTo("0001-01-01T00:00:00Z");
    assertThat(theirs.at("/alerts/0/fingerprint").asString()).hasSize(16);
  }

  private JsonNode take() throws InterruptedException {
    return JsonMapper.shared().readTree(String.valueOf(received.poll(15, TimeUnit.SECONDS)));
  }

  @Test
  void aTrialOverThePastSaysWhenItWouldHaveFired() {
    Instant now = clock.instant();
    for (int minute = 120; minute > 0; minute--) {
      boolean slow = minute <= 60 && minute > 40;
      monitors.check(
          monitor, now.minus(Duration.ofMinutes(minute)), slow ? 6000.0 : Double.valueOf(150));
    }
    var answer =
        api().post("/api/health/alert-rules/dry-run", Map.of("rule", rule(Map.of()), "hours", 6));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    var result = answer.json().path("data");
    assertThat(result.path("alarms")).hasSize(1);
    assertThat(result.at("/alarms/0/monitor").asString()).isEqualTo(name);
    assertThat(result.path("highest").asDouble()).isEqualTo(6000);
    assertThat(mails()).isEmpty();
    var hardly =
        api()
            .post(
                "/api/health/alert-rules/dry-run",
                Map.of("rule", rule(Map.of("durationMinutes", 60)), "hours", 6));
    assertThat(hardly.json().at("/data/alarms")).isEmpty();
  }

  @Test
  void addressesOfPrivateNetworksAndNonsenseAreRefused() {
    for (var wrong :
        List.of(
            Map.<String, Object>of("metric", "happiness"),
            Map.<String, Object>of("metric", "burn_rate", "operator", "less_than"),
            Map.<String, Object>of("metric", "error_rate", "threshold", 101),
            Map.<String, Object>of("sendWebhook", true),
            Map.<String, Object>of("sendWebhook", true, "webhookUrl", "ftp://example.org/"),
            Map.<String, Object>of("notifyEmails", List.of("nobody")),
            Map.<String, Object>of("endpoint", "/that/nobody/knows"))) {
      assertThat(api().post("/api/health/alert-rules", rule(wrong)).status())
          .as(wrong.toString())
          .isEqualTo(400);
    }
  }

  @Test
  void aSnoozedRuleTellsAfterwardsWhatStillFiresAndNothingOfTheRest() {
    String rule = make(Map.of("durationMinutes", 0));
    assertThat(
            api().post("/api/health/alert-rules/" + rule + "/snooze", Map.of("hours", 1)).status())
        .isEqualTo(200);
    minutes(4, 5000.0);
    minutes(8, 200.0);
    assertThat(history(rule).get(0).path("resolved").asBoolean()).isTrue();
    minutes(4, 5000.0);
    assertThat(history(rule).get(0).path("waitsToBeTold").asBoolean()).isTrue();
    assertThat(mails()).isEmpty();
    clock.advance(Duration.ofHours(1));
    minutes(4, 5000.0);
    assertThat(mails()).containsExactly("Slow answers: " + name);
    assertThat(history(rule)).hasSizeGreaterThanOrEqualTo(2);
    minutes(8, 200.0);
    assertThat(mails()).containsExactly("Slow answers: " + name, "Over: Slow answers: " + name);
  }

  @Test
  void onePersonLooksAfterAnAlarmAndOthersSeeIt() {
    String rule = make(Map.of("durationMinutes", 0));
    minutes(3, 5000.0);
    String path =
        "/api/health/alert-rules/history/"
            + history(rule).get(0).path("id").asString()
            + "/acknowledgement";
    assertThat(api().post(path, Map.of()).at("/data/acknowledgedBy")).isNotEmpty();
    assertThat(api().post(path, Map.of()).status()).as("again, by the same").isEqualTo(200);
    var other = new TestAccounts(port).login(TestAdmin.make(database, port).email()).api();
    assertThat(other.post(path, Map.of()).status()).isEqualTo(409);
    minutes(8, 200.0);
    assertThat(history(rule).get(0).path("acknowledgedAt").asString()).isNotEmpty();
  }

  @Test
  void switchingARuleOffEndsWhatItFires() {
    String rule = make(Map.of("durationMinutes", 0));
    monitors.check(monitor, clock.instant(), 5000.0);
    evaluate();
    assertThat(history(rule)).hasSize(1);
    api()
        .send(
            "PUT",
            "/api/health/alert-rules/" + rule,
            "application/json",
            JsonMapper.shared()
                .writeValueAsString(rule(Map.of("durationMinutes", 0, "active", false))));
    eventually(() -> history(rule).get(0).path("resolved").asBoolean());
    assertThat(history(rule).get(0).path("resolutionNotes").asString())
        .isEqualTo("The rule was switched off.");
  }
}
