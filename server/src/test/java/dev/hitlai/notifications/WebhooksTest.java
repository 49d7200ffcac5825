package dev.hitlai.notifications;

import static dev.hitlai.testsupport.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.notifications.internal.webhooks.Dispatch;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.OpenFeatures;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestAccounts.Company;
import dev.hitlai.testsupport.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Deliveries to a receiver in this process. */
@PlatformTest
class WebhooksTest {
  @LocalServerPort private int port;
  @Autowired private Notifications notifications;
  @Autowired private Dispatch dispatch;
  @Autowired private TransactionTemplate transactions;
  @Autowired private TestDatabase database;
  @Autowired private SettableClock clock;

  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final AtomicInteger answer = new AtomicInteger(200);
  private HttpServer receiver;
  private Company company;

  private record Received(String id, String timestamp, String signature, String body) {}

  @BeforeEach
  void listen() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          received.add(
              new Received(
                  headers.getFirst("webhook-id"),
                  headers.getFirst("webhook-timestamp"),
                  headers.getFirst("webhook-signature"),
                  new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          byte[] text = "noted".getBytes(UTF_8);
          exchange.sendResponseHeaders(answer.get(), text.length);
          exchange.getResponseBody().write(text);
          exchange.close();
        });
    receiver.start();
    company = new TestAccounts(port).company();
    OpenFeatures.grant(database, company.id(), FeatureKey.CUSTOM_INTEGRATIONS);
  }

  @AfterEach
  void end() {
    receiver.stop(0);
    clock.reset();
  }

  @Test
  void deliversAndSignsAsTheSpecificationSays() throws Exception {
    var made = make(address(), "test.completed");
    tell("test.failed", "other");
    tell("test.completed", "one");
    var got = next();
    assertThat(got.body()).startsWith("{\"event\":\"test.completed\",\"timestamp\":\"");
    assertThat(got.body()).contains("\"data\":{\"run\":\"one\"}");
    assertThat(got.signature())
        .isEqualTo(
            "v1,"
                + hmac(
                    made.at("/data/secret"), got.id() + "." + got.timestamp() + "." + got.body()));
    assertThat(Long.parseLong(got.timestamp()))
        .isCloseTo(clock.instant().getEpochSecond(), org.assertj.core.data.Offset.offset(60L));
    var log = settled(made, "delivered");
    assertThat(log.at("/data/0/responseStatus")).isEqualTo("200");
    assertThat(log.at("/data/0/responseExcerpt")).isEqualTo("noted");
    assertThat(log.json().path("total").asInt()).as("the event that isn't asked for").isEqualTo(1);
  }

  @Test
  void triesAgainUntilTheReceiverIsBackAndSendsAgainUnderTheSameId() throws Exception {
    var made = make(address(), "test.completed");
    answer.set(503);
    tell("test.completed", "one");
    String id = next().id();
    var failed = eventually(() -> log(made), now -> now.at("/data/0/attempts").equals("1"));
    assertThat(failed.at("/data/0/status")).isEqualTo("waiting");
    assertThat(failed.at("/data/0/error")).contains("503");

    answer.set(200);
    clock.advance(Duration.ofSeconds(6));
    dispatch.start();
    assertThat(next().id()).isEqualTo(id);
    String delivery = settled(made, "delivered").at("/data/0/id");

    company.api().post(path(made) + "/deliveries/" + delivery + "/resend", Map.of());
    assertThat(next().id()).isEqualTo(id);
  }

  @Test
  void followsNoRedirectAndSendsTestEventsOnce() throws Exception {
    var made = make(address(), "test.completed");
    answer.set(302);
    company.api().post(path(made) + "/test", Map.of());
    assertThat(next().body()).contains("webhook.test");
    var log = settled(made, "failed");
    assertThat(log.at("/data/0/error")).contains("redirects");
    assertThat(received).isEmpty();
  }

  @Test
  void switchesAReceiverOffThatFailsForDaysAndTellsTheAdmins() throws Exception {
    var made = make(address(), "test.completed");
    answer.set(500);
    tell("test.completed", "one");
    next();
    eventually(() -> log(made), now -> now.at("/data/0/attempts").equals("1"));
    clock.advance(Duration.ofDays(4));
    tell("test.completed", "two");
    // The login of four days ago is over.
    var api = new TestAccounts(port).login(company.owner().email()).api();
    eventually(() -> api.get(path(made)), now -> now.at("/data/active").equals("false"));
    assertThat(api.get(path(made)).at("/data/disabledReason")).contains("4 days");
    assertThat(api.get("/api/notifications").text()).contains("switched off");

    api.patch(path(made), Map.of("active", true));
    assertThat(api.get(path(made)).at("/data/active")).isEqualTo("true");
  }

  @Test
  void letsAReceiverThatHangsDelayNoOther() throws Exception {
    try (var hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var slow = make("http://127.0.0.1:" + hanging.getLocalPort() + "/", "test.completed");
      tell("test.completed", "first");
      make(address(), "test.completed");
      for (int count = 0; count < 5; count++) {
        tell("test.completed", "more " + count);
      }
      for (int count = 0; count < 5; count++) {
        next();
      }
      assertThat(log(slow).json().path("data").valueStream())
          .allMatch(delivery -> delivery.path("status").asString().equals("waiting"));
    }
  }

  @Test
  void keepsSecretsUnreadableAndShowsThemOnce() {
    var made = make(address(), "test.completed");
    String secret = made.at("/data/secret");
    assertThat(secret).startsWith("whsec_");
    assertThat(company.api().get(path(made)).text()).doesNotContain(secret);
    byte[] kept =
        database.asSystem(
            sql ->
                sql.fetchSingle(
                        "select sealed_secret from notifications.webhook_endpoints where id ="
                            + " ?::uuid",
                        made.at("/data/webhook/id"))
                    .get(0, byte[].class));
    assertThat(new String(kept, UTF_8)).doesNotContain(secret.substring(6));
    String renewed = company.api().post(path(made) + "/secret", Map.of()).at("/data/secret");
    assertThat(renewed).startsWith("whsec_").isNotEqualTo(secret);
  }

  @Test
  void tellsSlackInBlocks() throws Exception {
    var set =
        company
            .api()
            .send(
                "PUT",
                "/api/company/slack",
                "application/json",
                "{\"url\":\"%s/services/T0/B0/xyz\",\"events\":[\"test.completed\"]}"
                    .formatted(address()));
    assertThat(set.status()).as(set.text()).isEqualTo(200);
    assertThat(set.text()).doesNotContain("xyz");
    tell("test.completed", "one");
    var got = next();
    assertThat(got.signature()).isNull();
    assertThat(got.body())
        .contains(
            "\"type\":\"header\"", "\"type\":\"mrkdwn\"", "&lt;fine&gt;", "\"type\":\"button\"")
        .contains("http://localhost:" + port + "/company/dashboard");
    company.api().post("/api/company/slack/test", Map.of());
    assertThat(next().body()).contains("HitlAI is connected");
  }

  @Test
  void refusesEventsAndAddressesThatAreNone() {
    assertThat(refused(Map.of("url", "ftp://example.org", "events", List.of("test.completed"))))
        .isEqualTo(400);
    assertThat(refused(Map.of("url", address(), "events", List.of("no.such")))).isEqualTo(400);
    assertThat(refused(Map.of("url", address(), "events", List.of()))).isEqualTo(400);
  }

  private int refused(Map<String, ?> body) {
    return company.api().post("/api/company/webhooks", body).status();
  }

  private ApiClient.Answer make(String url, String event) {
    var made =
        company.api().post("/api/company/webhooks", Map.of("url", url, "events", List.of(event)));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made;
  }

  private static String path(ApiClient.Answer made) {
    return "/api/company/webhooks/" + made.at("/data/webhook/id");
  }

  private ApiClient.Answer log(ApiClient.Answer made) {
    return company.api().get(path(made) + "/deliveries");
  }

  private ApiClient.Answer settled(ApiClient.Answer made, String status) {
    return eventually(() -> log(made), now -> now.at("/data/0/status").equals(status));
  }

  private void tell(String event, String key) {
    var notice =
        new Notice(
            event,
            key + company.id(),
            NoticeKind.TESTS,
            new Audience.Company(company.id()),
            "The test is done",
            List.of("All <fine>."),
            new Notice.Action("Look", "/company/dashboard"),
            Map.of("run", key));
    Tenancy.run(
        Actor.system("test"),
        () -> transactions.executeWithoutResult(status -> notifications.tell(notice)));
  }

  private String address() {
    return "http://127.0.0.1:" + receiver.getAddress().getPort();
  }

  private Received next() throws InterruptedException {
    var got = received.poll(20, TimeUnit.SECONDS);
    assertThat(got).as("a delivery").isNotNull();
    return got;
  }

  private static String hmac(String secret, String text) throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
  }
}
