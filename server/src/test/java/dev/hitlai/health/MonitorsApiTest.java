package dev.hitlai.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.health.internal.ForgottenChecks;
import dev.hitlai.health.internal.TestMonitors;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class MonitorsApiTest {
  private static final Map<String, Object> SHOP =
      Map.of("endpoint", "/health", "name", "Shop", "url", "https://shop.example/health");

  @LocalServerPort private int port;
  @Autowired private TestDatabase database;
  @Autowired private SettableClock clock;
  @Autowired private ForgottenChecks forgotten;

  @Test
  void keepsWhatWasEnteredAndShowsNoSecret() {
    var company = new TestAccounts(port).company();
    var made =
        company.api().post("/api/health/endpoints", with("headers", Map.of("X-Key", "s3cret")));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text()).contains("X-Key").doesNotContain("s3cret");
    assertThat(made.at("/data/state")).isEqualTo("unknown");
    String path = "/api/health/endpoints/" + made.at("/data/id");
    var changed =
        company
            .api()
            .send(
                "PATCH", path, "application/json", "{\"name\":\"The shop\",\"maintenance\":true}");
    assertThat(changed.at("/data/name")).isEqualTo("The shop");
    assertThat(changed.at("/data/url")).isEqualTo("https://shop.example/health");
    assertThat(changed.at("/data/state")).isEqualTo("maintenance");
    assertThat(changed.text()).contains("X-Key");
    assertThat(company.api().send("DELETE", path, null, null).status()).isEqualTo(204);
    assertThat(company.api().get(path).status()).isEqualTo(404);
  }

  @Test
  void saysOfEachFieldWhatIsWrongWithIt() {
    var company = new TestAccounts(port).company();
    Map<String, Object> wrong =
        Map.of(
            "url",
            "ftp://shop.example/",
            "intervalSeconds",
            1,
            "timeoutMs",
            90_000,
            "failureThreshold",
            0,
            "method",
            "BREW",
            "statuses",
            List.of(42));
    wrong.forEach(
        (field, value) -> {
          var answer = company.api().post("/api/health/endpoints", with(field, value));
          assertThat(answer.status()).as(field).isEqualTo(400);
          assertThat(answer.text()).as(field).contains(field);
        });
    for (var reserved : List.of(with("kind", "internal"), with("isPublic", true))) {
      assertThat(company.api().post("/api/health/endpoints", reserved).status()).isEqualTo(400);
    }
  }

  @Test
  void refusesTheSameEndpointTwiceAndMoreThanACompanyMayHave() {
    var company = new TestAccounts(port).company();
    assertThat(company.api().post("/api/health/endpoints", SHOP).status()).isEqualTo(201);
    assertThat(company.api().post("/api/health/endpoints", SHOP).status()).isEqualTo(409);
    for (int i = 1; i < 10; i++) {
      var made = company.api().post("/api/health/endpoints", with("endpoint", "/" + i));
      assertThat(made.status()).isEqualTo(201);
    }
    var tooMany = company.api().post("/api/health/endpoints", with("endpoint", "/more"));
    assertThat(tooMany.status()).isEqualTo(409);
    assertThat(tooMany.text()).contains("at most 10");
  }

  @Test
  void refusesMonitorsThatDependOnEachOtherInACircle() {
    var company = new TestAccounts(port).company();
    String first = company.api().post("/api/health/endpoints", SHOP).at("/data/id");
    String second =
        company
            .api()
            .post(
                "/api/health/endpoints",
                Map.of(
                    "endpoint",
                    "/b",
                    "name",
                    "B",
                    "url",
                    "https://b.example/",
                    "parents",
                    List.of(first)))
            .at("/data/id");
    var circle =
        company
            .api()
            .send(
                "PATCH",
                "/api/health/endpoints/" + first,
                "application/json",
                "{\"parents\":[\"" + second + "\"]}");
    assertThat(circle.status()).isEqualTo(400);
    assertThat(circle.text()).contains("depend on itself");
  }

  @Test
  void asksForChecksOnce() {
    var company = new TestAccounts(port).company();
    String id = company.api().post("/api/health/endpoints", SHOP).at("/data/id");
    for (int i = 0; i < 2; i++) {
      var asked = company.api().send("POST", "/api/health/check?endpointId=" + id, null, null);
      assertThat(asked.status()).isEqualTo(202);
      assertThat(asked.at("/data/asked")).isEqualTo("1");
    }
    var waiting =
        database.asSystem(
            sql ->
                sql.fetchSingle(
                        "select count(*)::int from apihealth.check_requests where monitor_id ="
                            + " ?::uuid",
                        id)
                    .get(0, Integer.class));
    assertThat(waiting).isOne();
  }

  @Test
  void takesItsSingleChecksAlongWhenItIsDeleted() {
    var company = new TestAccounts(port).company();
    String gone = company.api().post("/api/health/endpoints", SHOP).at("/data/id");
    String stays =
        company.api().post("/api/health/endpoints", with("endpoint", "/stays")).at("/data/id");
    var checks = new TestMonitors(database);
    for (int minute = 0; minute < 3; minute++) {
      Instant at = clock.instant().minus(Duration.ofMinutes(minute));
      checks.check(UUID.fromString(gone), at, 5.0);
      checks.check(UUID.fromString(stays), at, 5.0);
    }
    company.api().send("DELETE", "/api/health/endpoints/" + gone, null, null);
    sweep();
    assertThat(checks(gone)).as("others may still hand in what they checked").isEqualTo(3);
    clock.advance(Duration.ofMinutes(11));
    sweep();
    assertThat(checks(gone)).isZero();
    assertThat(checks(stays)).isEqualTo(3);
  }

  @AfterEach
  void putTheClockBack() {
    clock.reset();
  }

  private void sweep() {
    Tenancy.run(Actor.system("test"), forgotten::sweep);
  }

  private int checks(String monitor) {
    return database.asSystem(
        sql ->
            sql.fetchSingle(
                    "select count(*)::int from apihealth.api_health_metrics where monitor_id ="
                        + " ?::uuid",
                    monitor)
                .get(0, Integer.class));
  }

  private static Map<String, Object> with(String field, Object value) {
    var body = new HashMap<String, Object>(SHOP);
    body.put(field, value);
    return body;
  }
}
