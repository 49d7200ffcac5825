package dev.hitlai.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.OpenFeatures;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class ApiKeysTest {
  @LocalServerPort private int port;
  @Autowired private TestDatabase database;
  private TestAccounts accounts;

  @BeforeEach
  void prepare() {
    accounts = new TestAccounts(port);
  }

  @Test
  void showsAKeyOnceAndLetsItDoWhatItsScopesSay() {
    var company = accounts.company();
    OpenFeatures.grant(database, company.id(), FeatureKey.API_ACCESS);
    var made =
        company
            .api()
            .post(
                "/api/company/api-keys",
                Map.of("name", "build", "scopes", List.of("tests:read", "reports:read")));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.at("/data/key")).matches("hk_live_[0-9a-f]{10}_[0-9a-f]{48}");

    var listed = company.api().get("/api/company/api-keys");
    assertThat(listed.text()).doesNotContain(made.at("/data/key"));
    assertThat(listed.at("/data/0/prefix")).isEqualTo(made.at("/data/prefix"));

    var key = ApiClient.at(port).as(made.at("/data/key"));
    assertThat(key.get("/api/test-runs").status()).isEqualTo(200);
    var forbidden = key.get("/api/company/settings");
    assertThat(forbidden.status()).isEqualTo(403);
    assertThat(forbidden.at("/error")).contains("admin");
    assertThat(company.api().get("/api/company/api-keys").at("/data/0/lastUsedAt")).isNotEmpty();
  }

  @Test
  void endsARevokedKeyAtOnce() {
    var company = accounts.company();
    var key = accounts.key(database, company, "admin");
    assertThat(key.get("/api/company/settings").status()).isEqualTo(200);
    String id = company.api().get("/api/company/api-keys").at("/data/0/id");
    assertThat(company.api().delete("/api/company/api-keys/" + id).status()).isEqualTo(204);
    assertThat(key.get("/api/company/settings").status()).isEqualTo(401);
  }

  @Test
  void letsNoKeyMakeKeys() {
    var key = accounts.key(database, accounts.company(), "admin");
    var refused =
        key.post("/api/company/api-keys", Map.of("name", "x", "scopes", List.of("admin")));
    assertThat(refused.status()).isEqualTo(403);
  }

  @Test
  void refusesScopesItDoesNotKnow() {
    var refused =
        accounts
            .company()
            .api()
            .post("/api/company/api-keys", Map.of("name", "x", "scopes", List.of("everything")));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error")).contains("tests:read");
  }

  @Test
  void aKeyDoesNothingOnceAPIAccessIsTakenBackAndWorksAgainAfterwards() {
    var company = accounts.company();
    var key = accounts.key(database, company, "tests:read");
    assertThat(key.get("/api/test-runs").status()).isEqualTo(200);
    OpenFeatures.revoke(database, company.id(), FeatureKey.API_ACCESS);
    var refused = key.get("/api/test-runs");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.at("/code")).isEqualTo("FEATURE_LOCKED");
    OpenFeatures.grant(database, company.id(), FeatureKey.API_ACCESS);
    assertThat(key.get("/api/test-runs").status()).isEqualTo(200);
  }
}
