package dev.hitlai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.hitlai.aitester.TestReport.MissionOutcome;
import dev.hitlai.testing.internal.execution.Reports;
import dev.hitlai.testing.internal.execution.ScriptedRunner;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.Pages;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** What a company says about AI testers, and what becomes of its tests by it. */
@PlatformTest
class AiPreferencesTest {
  private static final String PREFERENCES = "/api/company/ai-preferences";

  @LocalServerPort int port;
  @Autowired ScriptedRunner scripts;

  private TestAccounts.Company company;

  @BeforeEach
  void signUp() {
    company = new TestAccounts(port).company();
    scripts.script(
        "kinds.test", (plan, listener, evidence) -> Reports.report(plan, MissionOutcome.DONE));
  }

  @Test
  void picksTheBuiltInEngineAndKeepsWithTheRunWhyAndWhatItTook() {
    var run = execute(Map.of()).at("/testRunId");
    awaitEnd(run);
    var full = company.api().get("/api/test-runs/" + run).json().path("data").path("run");
    var tester = full.path("tester");
    assertThat(tester.path("category").asString()).isEqualTo("ai_hitl_trained");
    assertThat(tester.path("provider").asString()).isEqualTo("hitl_finetuned");
    assertThat(tester.path("version").asString()).isEqualTo("built-in-1");
    assertThat(tester.path("tokensUsed").asInt(-1)).isZero();
    var considered = tester.path("selection").path("considered");
    assertThat(considered).hasSize(8);
    assertThat(considered.get(0).path("why").asString())
        .startsWith("Picked: the only one that may do this test, $5.00 a test");
    assertThat(considered.toString()).contains("No model key is set up on this server.");
    assertThat(signedIn().open("/company/tests/" + run).text())
        .contains("Which AI tests, and why", "No model key is set up", "Kinds of this test: web");
  }

  @Test
  void refusesWhatNoAiMayDoWithTheReasonsAndFigures() {
    set(Map.of("blockedAiProviders", List.of("hitl_finetuned")));
    var blocked = execute(Map.of());
    assertThat(blocked.status()).isEqualTo(409);
    assertThat(blocked.at("/code")).isEqualTo("CONFLICT");
    assertThat(blocked.at("/error")).contains("You blocked it.");
    assertThat(blocked.json().at("/details/considered")).hasSize(8);
    set(Map.of("maxCostPerTestUsd", 4.5));
    assertThat(execute(Map.of()).at("/error")).contains("$5.00", "$4.50");
    set(Map.of("allowHitlAi", false));
    assertThat(execute(Map.of()).status()).isEqualTo(409);
    set(Map.of("allowAiTesters", false));
    assertThat(execute(Map.of("testType", "hybrid")).status()).isEqualTo(409);
    assertThat(execute(Map.of("testType", "human_only")).status()).isEqualTo(202);
    assertThat(company.api().get("/api/company/stats").status()).isEqualTo(200);
  }

  @Test
  void leavesAccessibilityToPeopleAlsoWhenOnlyThePersonaSaysSo() {
    set(Map.of("humanOnlyForTestTypes", List.of("accessibility")));
    assertThat(execute(Map.of("persona", "accessibility_focused")).at("/error"))
        .contains("leave accessibility tests to people");
    assertThat(execute(Map.of("focus", List.of("accessibility"))).status()).isEqualTo(409);
    assertThat(execute(Map.of("focus", List.of("security"))).status()).isEqualTo(202);
    set(Map.of("aiForTestTypes", List.of("web")));
    assertThat(execute(Map.of()).status()).isEqualTo(202);
    assertThat(execute(Map.of("platform", Map.of("type", "mobile"))).at("/error"))
        .contains("use AIs for web tests only");
  }

  @Test
  void makesATestByAnAiAloneAHybridOneWhereItHasToBeValidated() {
    set(Map.of("requireHumanValidation", true));
    var taken = execute(Map.of());
    assertThat(taken.status()).isEqualTo(202);
    assertThat(taken.at("/testType")).isEqualTo("hybrid");
    assertThat(taken.at("/notices/0")).contains("people to confirm");
    awaitEnd(taken.at("/testRunId"));
    var run = company.api().get("/api/test-runs/" + taken.at("/testRunId"));
    assertThat(run.at("/data/run/status")).isEqualTo("hitl_paused");
    assertThat(run.at("/data/run/costs/priceUsd")).startsWith("30");
  }

  @Test
  void beginsNoDraftWhoseTesterWasBlockedMeanwhile() {
    var draft = company.api().post("/api/test-requests", asked(Map.of()));
    String run = draft.at("/data/testRunIds/0");
    set(Map.of("blockedAiProviders", List.of("hitl_finetuned")));
    var started = company.api().post("/api/test/execute", Map.of("testRunId", run));
    assertThat(started.status()).isEqualTo(409);
    assertThat(started.at("/error")).contains("may not do it any more", "You blocked it.");
    set(Map.of());
    assertThat(company.api().post("/api/test/execute", Map.of("testRunId", run)).status())
        .isEqualTo(202);
  }

  @Test
  void saysWhatIsWrongWithPreferences() {
    for (Map<String, Object> bad :
        List.<Map<String, Object>>of(
            Map.of("minAiQualityScore", 1.2),
            Map.of("maxCostPerTestUsd", -1),
            Map.of("blockedAiProviders", List.of("nobody")),
            Map.of("aiForTestTypes", List.of("taste")),
            Map.of(
                "preferredAiProviders", List.of("grok"), "blockedAiProviders", List.of("grok")))) {
      assertThat(put(bad).status()).as("%s", bad).isEqualTo(400);
    }
    assertThat(company.api().get(PREFERENCES).at("/data/minAiQualityScore")).startsWith("0.7");
  }

  @Test
  void savesPreferencesWithoutJavaScriptAndGoesByThemInTheRequestBuilder() {
    var browser = signedIn();
    browser.open("/company/ai-preferences");
    var fields = new HashMap<String, String>();
    fields.put("ai", "true");
    fields.put("hitl", "true");
    fields.put("quality", "70");
    fields.put("maxCost", "a lot");
    fields.put("who.security", "people");
    var refused = browser.submit("/company/ai-preferences", fields);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("Enter US dollars", "a lot");
    fields.put("maxCost", "1.00");
    assertThat(browser.submit("/company/ai-preferences", fields).status()).isEqualTo(302);
    assertThat(company.api().get(PREFERENCES).at("/data/allowThirdPartyAi")).isEqualTo("false");
    assertThat(browser.open("/company/ai-preferences").text())
        .contains("Nobody would be picked", "your ceiling is $1.00");
    assertThat(browser.open("/company/tests/new").text())
        .contains("No AI tester may do this", "$5.00", "$1.00");
    var test =
        browser.submit(
            "/company/tests/new",
            Map.of(
                "url",
                "http://kinds.test/",
                "mission",
                "Look around",
                "personas",
                "senior_casual",
                "testType",
                "ai_only"));
    assertThat(test.status()).isEqualTo(409);
    assertThat(test.text()).contains("your ceiling is $1.00", "Look around");
  }

  @Test
  void previewsWhatIsNotSavedYetAndIsAccessible() {
    var pages = Pages.at(port).signedIn(company.owner().email(), TestAccounts.PASSWORD);
    try (var page = pages.open("/company/ai-preferences", 1440, ColorScheme.LIGHT)) {
      page.assertAccessible();
      page.tab().uncheck("[name=hitl]");
      page.tab().waitForSelector("text=Your preferences allow no AIs of HitlAI.");
      page.assertAccessible();
    }
    for (String path :
        List.of("/company/ai-preferences", "/company/ai-vs-human", "/company/tests/new")) {
      try (var page = pages.open(path, 390, ColorScheme.DARK)) {
        page.assertAccessible();
      }
    }
    assertThat(company.api().get(PREFERENCES).at("/data/allowHitlAi")).isEqualTo("true");
  }

  private void set(Map<String, Object> preferences) {
    assertThat(put(preferences).status()).isEqualTo(200);
  }

  private ApiClient.Answer put(Map<String, Object> preferences) {
    return company
        .api()
        .send(
            "PUT",
            PREFERENCES,
            "application/json",
            JsonMapper.shared().writeValueAsString(preferences));
  }

  private ApiClient.Answer execute(Map<String, Object> more) {
    return company.api().post("/api/test/execute", asked(more));
  }

  private static Map<String, Object> asked(Map<String, Object> more) {
    var asked = new HashMap<String, Object>();
    asked.put("url", "http://kinds.test/");
    asked.put("mission", "Find out how to return a product");
    asked.put("testType", "ai_only");
    asked.put("persona", "senior_casual");
    asked.putAll(more);
    return asked;
  }

  private void awaitEnd(String run) {
    assertThat(company.api().get("/api/test-runs/" + run + "/events").text())
        .contains("event:done");
  }

  private Browser signedIn() {
    var browser = new Browser(ApiClient.at(port));
    browser.open("/login");
    browser.submit(
        "/login", Map.of("email", company.owner().email(), "password", TestAccounts.PASSWORD));
    return browser;
  }
}
