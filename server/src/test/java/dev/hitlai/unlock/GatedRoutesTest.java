package dev.hitlai.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.identity.FeatureKey;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.ApiClient.Answer;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.OpenFeatures;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Walks every route of a feature: closed before it opens, with the facts, and working after. */
@PlatformTest
class GatedRoutesTest {
  private static final Map<String, Object> PERSONA =
      Map.of(
          "name", "night_nurse",
          "label", "Nurse on a night shift",
          "age", 38,
          "techLiteracy", "medium",
          "eyesight", "normal",
          "navigation", "thumb",
          "patience", 3);
  private static final Map<String, String> PERSONA_FORM =
      Map.of(
          "name", "day_nurse",
          "label", "Nurse by day",
          "age", "38",
          "techLiteracy", "medium",
          "eyesight", "normal",
          "navigation", "thumb",
          "patience", "3");

  private static final Map<String, String> SLACK =
      Map.of("url", "http://127.0.0.1:9/services/T0/B0/x", "events", "test.completed");

  @LocalServerPort int port;
  @Autowired TestDatabase database;

  private TestAccounts.Company company;
  private Browser browser;
  private UUID item;

  /**
   * A route of a feature.
   *
   * @param works the status once the feature is open
   */
  private record Gated(FeatureKey feature, String name, Function<Browser, Answer> ask, int works) {}

  @BeforeEach
  void signUp() {
    company = new TestAccounts(port).company();
    browser = new Browser(ApiClient.at(port));
    browser.open("/login");
    var in =
        browser.submit(
            "/login", Map.of("email", company.owner().email(), "password", TestAccounts.PASSWORD));
    assertThat(in.status()).isEqualTo(302);
    item =
        database.asSystem(
            sql ->
                sql.fetchSingle(
                        "insert into unlock.roadmap_items (title) values ('Dark mode') returning"
                            + " id")
                    .get(0, UUID.class));
    takeAllSeats();
    // The first webhook is for everybody.
    assertThat(company.api().post("/api/company/webhooks", webhook()).status()).isEqualTo(201);
  }

  private static Map<String, Object> webhook() {
    return Map.of("url", "http://127.0.0.1:9/a", "events", List.of("test.completed"));
  }

  /** The owner and two people who are invited: three seats of the free plan. */
  private void takeAllSeats() {
    for (int i = 0; i < 2; i++) {
      var invited = company.api().post("/api/company/members", member());
      assertThat(invited.status()).as(invited.text()).isEqualTo(201);
    }
  }

  private static Map<String, String> member() {
    return Map.of("email", TestAccounts.email(), "role", "viewer");
  }

  private List<Gated> routes() {
    return List.of(
        api(FeatureKey.CUSTOM_PERSONAS, "POST", "/api/personas", PERSONA, 201),
        api(FeatureKey.CUSTOM_PERSONAS, "PUT", "/api/personas", PERSONA, 200),
        api(FeatureKey.CUSTOM_PERSONAS, "DELETE", "/api/personas/night_nurse", null, 204),
        page(FeatureKey.CUSTOM_PERSONAS, "/company/personas/new"),
        form(FeatureKey.CUSTOM_PERSONAS, "/company/personas", PERSONA_FORM),
        page(FeatureKey.CUSTOM_PERSONAS, "/company/personas/day_nurse/edit"),
        form(FeatureKey.CUSTOM_PERSONAS, "/company/personas/day_nurse", PERSONA_FORM),
        form(FeatureKey.CUSTOM_PERSONAS, "/company/personas/day_nurse/retirement", Map.of()),
        api(
            FeatureKey.API_ACCESS,
            "POST",
            "/api/company/api-keys",
            Map.of("name", "build", "scopes", List.of("tests:read")),
            201),
        form(
            FeatureKey.API_ACCESS,
            "/company/settings/keys",
            Map.of("name", "build", "scopes", "tests:read")),
        api(FeatureKey.ADVANCED_ANALYTICS, "GET", "/api/company/analytics", null, 200),
        page(FeatureKey.ADVANCED_ANALYTICS, "/company/analytics"),
        page(FeatureKey.ADVANCED_ANALYTICS, "/company/analytics.csv?part=rules"),
        page(FeatureKey.WHITE_LABEL, "/company/settings/brand"),
        form(
            FeatureKey.WHITE_LABEL,
            "/company/settings/brand",
            Map.of("name", "Acme", "accent", "#112233")),
        form(FeatureKey.WHITE_LABEL, "/company/settings/brand/removal", Map.of()),
        page(FeatureKey.DEDICATED_ACCOUNT_MANAGER, "/company/account-manager"),
        form(
            FeatureKey.DEDICATED_ACCOUNT_MANAGER,
            "/company/account-manager",
            Map.of("subject", "Hello", "body", "Who are you?")),
        page(FeatureKey.STRATEGIC_PARTNERSHIP, "/company/partnership"),
        form(
            FeatureKey.STRATEGIC_PARTNERSHIP,
            "/company/partnership/items/" + item + "/vote",
            Map.of("wanted", "true")),
        form(
            FeatureKey.STRATEGIC_PARTNERSHIP,
            "/company/partnership/requests",
            Map.of("title", "A plug-in", "description", "For our shop.")),
        api(FeatureKey.UNLIMITED_SEATS, "POST", "/api/company/members", member(), 201),
        form(FeatureKey.UNLIMITED_SEATS, "/company/settings/members", member()),
        page(FeatureKey.CUSTOM_INTEGRATIONS, "/company/settings/slack"),
        form(FeatureKey.CUSTOM_INTEGRATIONS, "/company/settings/slack", SLACK),
        api(
            FeatureKey.CUSTOM_INTEGRATIONS,
            "PUT",
            "/api/company/slack",
            Map.of("url", SLACK.get("url"), "events", List.of("test.completed")),
            200),
        api(FeatureKey.CUSTOM_INTEGRATIONS, "POST", "/api/company/webhooks", webhook(), 201),
        form(
            FeatureKey.CUSTOM_INTEGRATIONS,
            "/company/settings/webhooks",
            Map.of("url", "http://127.0.0.1:9/c", "events", "test.completed")),
        page(FeatureKey.ADVANCED_AI_MODELS, "/company/ai-model"),
        form(FeatureKey.ADVANCED_AI_MODELS, "/company/ai-model", Map.of("version", "")),
        api(FeatureKey.ADVANCED_AI_MODELS, "GET", "/api/company/ai-model", null, 200),
        api(
            FeatureKey.ADVANCED_AI_MODELS,
            "PUT",
            "/api/company/ai-model",
            Map.of("version", ""),
            200),
        page(FeatureKey.ENTERPRISE_SLA, "/company/sla"),
        page(FeatureKey.ENTERPRISE_SLA, "/company/sla.pdf"),
        page(FeatureKey.ENTERPRISE_SLA, "/company/sla.csv"),
        page(FeatureKey.CUSTOM_AI_TRAINING, "/company/training/own"),
        form(FeatureKey.CUSTOM_AI_TRAINING, "/company/training/own", Map.of()));
  }

  @Test
  void everyRouteOfAFeatureIsClosedWithItsFactsAndWorksOnceItIsOpen() {
    var soft = new SoftAssertions();
    for (var route : routes()) {
      var refused = route.ask().apply(browser);
      soft.assertThat(refused.status()).as(route.name() + " before").isEqualTo(403);
      checkFacts(soft, route, refused);
    }
    OpenFeatures.grant(database, company.id(), FeatureKey.values());
    for (var route : routes()) {
      var answer = route.ask().apply(browser);
      soft.assertThat(answer.status())
          .as(route.name() + " after: " + answer.text().lines().limit(3).toList())
          .isEqualTo(route.works());
    }
    soft.assertAll();
  }

  @Test
  void everyFeatureHasARouteOrIsPrioritySupport() {
    var walked = EnumSet.of(FeatureKey.PRIORITY_SUPPORT);
    routes().forEach(route -> walked.add(route.feature()));
    assertThat(walked).containsExactlyInAnyOrder(FeatureKey.values());
  }

  @Test
  void messagesHavePriorityOnceItIsOpen() {
    ask("Before");
    OpenFeatures.grant(database, company.id(), FeatureKey.PRIORITY_SUPPORT);
    ask("After");
    assertThat(priority("Before")).isFalse();
    assertThat(priority("After")).isTrue();
  }

  private void ask(String subject) {
    browser.open("/company/support");
    var sent = browser.submit("/company/support", Map.of("subject", subject, "body", "Help."));
    assertThat(sent.status()).isEqualTo(302);
  }

  private boolean priority(String subject) {
    return database.asSystem(
        sql ->
            sql.fetchSingle(
                    "select is_priority from unlock.conversations where company_id = ? and subject"
                        + " = ?",
                    company.id(),
                    subject)
                .get(0, Boolean.class));
  }

  private static void checkFacts(SoftAssertions soft, Gated route, Answer refused) {
    int target = route.feature().tests();
    if (route.name().contains(" /api/")) {
      soft.assertThat(refused.at("/code")).as(route.name()).isEqualTo("FEATURE_LOCKED");
      soft.assertThat(refused.at("/details/feature"))
          .as(route.name())
          .isEqualTo(route.feature().code());
      soft.assertThat(refused.json().at("/details/target").asInt())
          .as(route.name())
          .isEqualTo(target);
      soft.assertThat(refused.json().at("/details/testsRemaining").asInt())
          .as(route.name())
          .isEqualTo(target);
    } else {
      soft.assertThat(refused.text())
          .as(route.name())
          .contains(route.feature().label() + " is locked")
          .contains(String.format(java.util.Locale.ENGLISH, "0 of %,d", target));
    }
  }

  private Gated api(FeatureKey feature, String method, String path, Object body, int works) {
    return new Gated(
        feature,
        method + " " + path,
        _ ->
            switch (method) {
              case "GET" -> company.api().get(path);
              case "POST" -> company.api().post(path, body);
              case "DELETE" -> company.api().delete(path);
              default ->
                  company
                      .api()
                      .send(
                          method,
                          path,
                          "application/json",
                          tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(body));
            },
        works);
  }

  private static Gated page(FeatureKey feature, String path) {
    return new Gated(feature, "GET " + path, browser -> browser.open(path), 200);
  }

  private static Gated form(FeatureKey feature, String path, Map<String, String> fields) {
    return new Gated(feature, "POST " + path, browser -> browser.submit(path, fields), 302);
  }
}
