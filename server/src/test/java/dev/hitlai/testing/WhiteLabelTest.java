package dev.hitlai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.TestReport.MissionOutcome;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.testing.internal.execution.Reports;
import dev.hitlai.testing.internal.execution.ScriptedRunner;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.OpenFeatures;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class WhiteLabelTest {
  @LocalServerPort int port;
  @Autowired ScriptedRunner scripts;
  @Autowired TestDatabase database;

  @Test
  void aReportCarriesTheCompanysLooksForAsLongAsTheFeatureIsOpen() {
    scripts.script(
        "white.test", (plan, listener, evidence) -> Reports.report(plan, MissionOutcome.DONE));
    var company = new TestAccounts(port).company();
    String run =
        company
            .api()
            .post(
                "/api/test/execute",
                Map.of(
                    "url", "http://white.test/",
                    "mission", "Look around",
                    "testType", "ai_only",
                    "persona", "senior_casual"))
            .at("/testRunId");
    company.api().get("/api/test-runs/" + run + "/events");
    String report = "/api/test-runs/" + run + "/report.html";
    var plain = company.api().get(report);
    assertThat(plain.text()).contains("HitlAI");
    OpenFeatures.grant(database, company.id(), FeatureKey.WHITE_LABEL);
    var browser = new Browser(ApiClient.at(port));
    browser.open("/login");
    browser.submit(
        "/login", Map.of("email", company.owner().email(), "password", TestAccounts.PASSWORD));
    browser.open("/company/settings/brand");
    browser.submit("/company/settings/brand", Map.of("name", "Acme & Sons", "accent", "#7A0019"));
    var branded = company.api().get(report);
    assertThat(branded.text())
        .contains("Acme &amp; Sons", "--accent: #7a0019")
        .doesNotContainIgnoringCase("hitlai");
    assertThat(branded.header("Content-Security-Policy"))
        .as("the policy lets exactly this style sheet in")
        .isNotEqualTo(plain.header("Content-Security-Policy"))
        .contains("sha256-");
    var tooLight =
        browser.submit("/company/settings/brand", Map.of("name", "Acme", "accent", "#ffee00"));
    assertThat(tooLight.status()).isEqualTo(400);
    assertThat(tooLight.text()).contains("too light to be read");
    OpenFeatures.revoke(database, company.id(), FeatureKey.WHITE_LABEL);
    assertThat(company.api().get(report).text()).contains("HitlAI").doesNotContain("Acme");
  }
}
