package dev.hitlai.health.internal.subscriptions;

import static dev.hitlai.testsupport.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.hitlai.health.internal.TestMonitors;
import dev.hitlai.notifications.MailRefused;
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
import java.util.HashMap;
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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
class SubscriptionsTest {
  private static final String CONFIRM = "/status/subscriptions/confirm/";

  @LocalServerPort private int port;
  @Autowired private TestDatabase database;
  @Autowired private SettableClock clock;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private TransactionTemplate transactions;

  private ApiClient visitor;
  private ApiClient admin;
  private TestMonitors monitors;
  private UUID monitor;

  @BeforeEach
  void prepare() {
    visitor = ApiClient.at(port);
    admin = TestAdmin.api(database, port);
    monitors = new TestMonitors(database);
    monitor = monitors.make("Shop");
  }

  @AfterEach
  void tidyUp() {
    clock.reset();
    monitors.retire(monitor);
    database.asSystem(sql -> sql.execute("delete from apihealth.api_status_subscriptions"));
  }

  private String subscribed(Map<String, Object> more) {
    String email = TestAccounts.email();
    var wish = new HashMap<String, Object>(Map.of("email", email));
    wish.putAll(more);
    var asked = visitor.post("/api/health/subscriptions", wish);
    assertThat(asked.status()).as(asked.text()).isEqualTo(202);
    var confirmed =
        visitor.post(
            "/api/health/subscriptions/confirmation",
            Map.of("token", new Mailbox(database).token(email, CONFIRM)));
    assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
    return email;
  }

  /** The title tells this test's incidents from others'. */
  private String incident(String severity, String title) {
    var opened =
        admin.post(
            "/api/health/incidents",
            Map.of(
                "title",
                title,
                "type",
                "downtime",
                "severity",
                severity,
                "message",
                "Nothing loads.",
                "monitorIds",
                List.of(monitor.toString()),
                "isPublic",
                true));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return opened.at("/data/id");
  }

  private void resolve(String incident) {
    admin.post(
        "/api/health/incidents/" + incident + "/updates",
        Map.of("status", "resolved", "message", "It works again.", "isPublic", true));
  }

  private List<String> mails(String email) {
    return new Mailbox(database)
        .subjects(email).stream().filter(subject -> !subject.startsWith("Confirm")).toList();
  }

  @Test
  void isToldOnlyAfterTheConfirmation() {
    String email = TestAccounts.email();
    visitor.post("/api/health/subscriptions", Map.of("email", email));
    String sure = subscribed(Map.of());
    String title = "Shop is down " + UUID.randomUUID();
    String incident = incident("major", title);
    eventually(() -> mails(sure).contains(title));
    assertThat(mails(email)).isEmpty();
    resolve(incident);
    eventually(() -> mails(sure).contains("Over: " + title));
  }

  @Test
  void hearsByEndpointSeverityAndChoice() {
    UUID other = monitors.make("Blog");
    String elsewhere = subscribed(Map.of("monitorIds", List.of(other.toString())));
    String onlyCritical = subscribed(Map.of("minSeverity", "critical"));
    String onlyMaintenance = subscribed(Map.of("incidents", false, "resolution", false));
    String everything = subscribed(Map.of("monitorIds", List.of(monitor.toString())));
    String title = "Shop is slow " + UUID.randomUUID();
    resolve(incident("minor", title));
    eventually(() -> mails(everything).contains("Over: " + title));
    assertThat(mails(elsewhere)).isEmpty();
    assertThat(mails(onlyCritical)).isEmpty();
    assertThat(mails(onlyMaintenance)).isEmpty();
    var start = clock.instant().plus(Duration.ofHours(3));
    admin.post(
        "/api/health/maintenance",
        Map.of(
            "title", "Disks",
            "affected", List.of(monitor.toString()),
            "impact", "partial_outage",
            "start", start.toString(),
            "end", start.plusSeconds(3600).toString()));
    eventually(() -> mails(onlyMaintenance).contains("Planned maintenance: Disks"));
    assertThat(mails(elsewhere)).isEmpty();
    monitors.retire(other);
  }

  @Test
  void oneClickEndsItWithoutALogin() {
    String email = subscribed(Map.of());
    String title = "Shop " + UUID.randomUUID();
    resolve(incident("critical", title));
    eventually(() -> mails(email).contains("Over: " + title));
    String url =
        database.asSystem(
            sql ->
                sql.fetchSingle(
                        "select unsubscribe_url from notifications.email_outbox where to_address ="
                            + " ?::citext and unsubscribe_url is not null limit 1",
                        email)
                    .get(0, String.class));
    String path = url.substring(url.indexOf("/unsubscribe/status/"));
    assertThat(visitor.get(path).status()).isEqualTo(200);
    assertThat(told()).as("opening it ends nothing").isEqualTo(1);
    var ended = visitor.form(path, Map.of("List-Unsubscribe", "One-Click"));
    assertThat(ended.status()).isEqualTo(200);
    assertThat(told()).isZero();
  }

  private int told() {
    return Integer.parseInt(admin.get("/api/health/subscriptions?status=told").at("/total"));
  }

  @Test
  void anAddressThatRefusesMailIsPausedAndResumedByHand() {
    String email = subscribed(Map.of());
    Tenancy.run(
        Actor.system("test"),
        () ->
            transactions.executeWithoutResult(
                _ -> events.publishEvent(new MailRefused(email, "550 No such user"))));
    var paused = admin.get("/api/health/subscriptions?status=paused");
    assertThat(paused.at("/data/0/email")).isEqualTo(email);
    assertThat(paused.at("/data/0/pausedReason")).contains("550 No such user");
    String id = paused.at("/data/0/id");
    admin.post("/api/health/subscriptions/" + id + "/resume", Map.of());
    assertThat(told()).isEqualTo(1);
  }

  @Test
  void nobodyFillsAStrangersMailbox() {
    String email = TestAccounts.email();
    for (int i = 0; i < 5; i++) {
      assertThat(visitor.post("/api/health/subscriptions", Map.of("email", email)).status())
          .isEqualTo(202);
    }
    assertThat(new Mailbox(database).subjects(email)).hasSize(1);
  }

  @Test
  void aNewWishChangesNothingBeforeItIsConfirmed() {
    String email = subscribed(Map.of());
    clock.advance(Duration.ofHours(1));
    visitor.post("/api/health/subscriptions", Map.of("email", email, "minSeverity", "critical"));
    assertThat(severity()).isEqualTo("minor");
    visitor.post(
        "/api/health/subscriptions/confirmation",
        Map.of("token", new Mailbox(database).token(email, CONFIRM)));
    assertThat(severity()).isEqualTo("critical");
  }

  private String severity() {
    // Logged in anew: the token ended when the clock was moved.
    return TestAdmin.api(database, port)
        .get("/api/health/subscriptions?status=told")
        .at("/data/0/minSeverity");
  }

  @Test
  void aProgramConfirmsByTheTokenItGotAndHearsSigned() throws IOException, InterruptedException {
    BlockingQueue<String> received = new LinkedBlockingQueue<>();
    var program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    program.createContext(
        "/",
        exchange -> {
          received.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    program.start();
    try {
      String url = "http://127.0.0.1:" + program.getAddress().getPort() + "/";
      var asked = visitor.post("/api/health/subscriptions", Map.of("webhookUrl", url));
      assertThat(asked.status()).as(asked.text()).isEqualTo(202);
      assertThat(asked.at("/data/webhookSecret")).startsWith("whsec_");
      var json = JsonMapper.shared();
      var first = json.readTree(String.valueOf(received.poll(15, TimeUnit.SECONDS)));
      assertThat(first.path("event").asString()).isEqualTo("subscription.confirmation");
      visitor.post(
          "/api/health/subscriptions/confirmation",
          Map.of("token", first.at("/data/token").asString()));
      String title = "Shop " + UUID.randomUUID();
      incident("major", title);
      var second = json.readTree(String.valueOf(received.poll(15, TimeUnit.SECONDS)));
      assertThat(second.path("event").asString()).isEqualTo("incident.opened");
      assertThat(second.at("/data/title").asString()).isEqualTo(title);
    } finally {
      program.stop(0);
    }
  }

  @Test
  void refusesWhatIsNoTarget() {
    for (var wish :
        List.of(
            Map.<String, Object>of(),
            Map.<String, Object>of("email", "nobody"),
            Map.<String, Object>of("email", "a@b.example", "webhookUrl", "https://b.example/"),
            Map.<String, Object>of("webhookUrl", "ftp://b.example/"),
            Map.<String, Object>of("email", "a@b.example", "minSeverity", "terrible"),
            Map.<String, Object>of(
                "email", "a@b.example", "monitorIds", List.of(UUID.randomUUID().toString())))) {
      assertThat(visitor.post("/api/health/subscriptions", wish).status())
          .as(wish.toString())
          .isEqualTo(400);
    }
  }
}
