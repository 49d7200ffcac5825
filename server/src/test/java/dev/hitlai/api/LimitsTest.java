package dev.hitlai.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestAccounts;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class LimitsTest {
  @LocalServerPort private int port;
  @Autowired private SettableClock clock;
  @Autowired private RateLimits limits;
  private TestAccounts accounts;

  @BeforeEach
  void prepare() {
    accounts = new TestAccounts(port);
  }

  @AfterEach
  void putTheClockBack() {
    clock.reset();
  }

  @Test
  void letsAsManyInAsTheLimitSaysAndMoreWhenTimeHasPassed() {
    String name = "test|" + UUID.randomUUID();
    var limit = Limit.perMinute(3);
    assertThat(limits.take(name, limit).remaining()).isEqualTo(2);
    limits.take(name, limit);
    assertThat(limits.take(name, limit).allowed()).isTrue();
    var refused = limits.take(name, limit);
    assertThat(refused.allowed()).isFalse();
    assertThat(refused.waitSeconds()).isBetween(1L, 20L);
    clock.advance(Duration.ofSeconds(21));
    assertThat(limits.take(name, limit).allowed()).isTrue();
    assertThat(limits.take(name, limit).allowed()).isFalse();
  }

  @Test
  void startsTenTestsAMinuteAndSaysWhenToComeBack() {
    var company = accounts.company();
    for (int request = 0; request < 10; request++) {
      assertThat(execute(company.api()).status()).isEqualTo(400);
    }
    var refused = execute(company.api());
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.at("/code")).isEqualTo("RATE_LIMIT_EXCEEDED");
    assertThat(refused.header("X-RateLimit-Limit")).isEqualTo("10");
    assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 6);
    assertThat(company.api().get("/api/company/settings").status())
        .as("other routes have a limit of their own")
        .isEqualTo(200);
    assertThat(execute(accounts.company().api()).status())
        .as("others have a limit of their own")
        .isEqualTo(400);
  }

  @Test
  void answersTheSameRequestOnceHoweverOftenItComes() {
    var company = accounts.company();
    var api = company.api().with("Idempotency-Key", UUID.randomUUID().toString());
    var first = api.patch("/api/company/settings", Map.of("name", "First name"));
    assertThat(first.status()).isEqualTo(200);
    company.api().patch("/api/company/settings", Map.of("name", "Second name"));
    var again = api.patch("/api/company/settings", Map.of("name", "First name"));
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(company.api().get("/api/company/settings").at("/data/name"))
        .isEqualTo("Second name");

    var other = api.patch("/api/company/settings", Map.of("name", "Third name"));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.at("/code")).isEqualTo("CONFLICT");
  }

  @Test
  void refusesBodiesThatAreTooLargeAnnouncedOrNot() {
    var company = accounts.company();
    String large = "{\"name\":\"" + "x".repeat(3_000_000) + "\"}";
    var refused = company.api().send("PATCH", "/api/company/settings", "application/json", large);
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.at("/code")).isEqualTo("PAYLOAD_TOO_LARGE");
  }

  @Test
  void refusesPartsOfListsThatAreNone() {
    var api = accounts.company().api();
    for (String query :
        new String[] {"limit=0", "limit=101", "limit=ten", "offset=-1", "status=%00"}) {
      var refused = api.get("/api/test-runs?" + query);
      assertThat(refused.status()).as(query).isEqualTo(400);
    }
  }

  @Test
  void namesWhatIsMissingAndWhatIsAllowed() {
    var api = accounts.company().api();
    var missing = api.get("/api/nothing/here");
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.at("/code")).isEqualTo("NOT_FOUND");
    var method = api.delete("/api/company/settings");
    assertThat(method.status()).isEqualTo(405);
    assertThat(method.header("Allow")).contains("PATCH");
  }

  private static ApiClient.Answer execute(ApiClient api) {
    return api.post("/api/test/execute", Map.of("url", "not an address"));
  }
}
