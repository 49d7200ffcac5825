package dev.hitlai.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.models.internal.call.FakeProvider;
import dev.hitlai.models.internal.call.FakeProvider.Behaviour;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.OpenFeatures;
import dev.hitlai.testsupport.Pages;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestAdmin;
import dev.hitlai.testsupport.TestDatabase;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Setting models up and looking at what they cost, as administrators and companies do. */
@PlatformTest
class ModelPagesTest {
  @LocalServerPort int port;
  @Autowired TestDatabase database;

  @Test
  void setsAServiceAndAVersionUpTriesItAndLetsACompanyChooseIt() {
    try (var fake = new FakeProvider()) {
      var admin = TestAdmin.make(database, port);
      var browser = new Browser(ApiClient.at(port));
      browser.open("/login");
      browser.submit("/login", Map.of("email", admin.email(), "password", TestAccounts.PASSWORD));
      String code = "pages-" + UUID.randomUUID().toString().substring(0, 8);
      browser.open("/admin/models/providers/new");
      var refused = browser.submit("/admin/models/providers", provider(code, "ftp://nowhere"));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.text()).contains("ftp://nowhere", "must be an address");
      assertThat(browser.submit("/admin/models/providers", provider(code, fake.url())).status())
          .isEqualTo(302);
      String service = id("models.providers", "code", code);
      assertThat(browser.open("/admin/models/providers/" + service).text())
          .contains("…1234")
          .doesNotContain("sk-pages-1234");
      browser.open("/admin/models/versions/new?provider=" + service);
      var wrong = version(service);
      wrong.put("input", "cheap");
      var unread = browser.submit("/admin/models/versions", wrong);
      assertThat(unread.status()).isEqualTo(400);
      assertThat(unread.text()).contains("cheap", "such as 0.15");
      assertThat(browser.submit("/admin/models/versions", version(service)).status())
          .isEqualTo(302);
      String version = id("models.model_versions", "version_key", code + ":m-1");
      assertThat(browser.open("/admin/models").text()).contains("Pages model", "In routing");
      browser.submit("/admin/models/versions/" + version + "/test", Map.of());
      assertThat(browser.open("/admin/models").text()).contains("Test passed");
      fake.then(new Behaviour.Refuse());
      browser.submit("/admin/models/versions/" + version + "/test", Map.of());
      assertThat(browser.open("/admin/models").text()).contains("Test failed", "was empty");
      String flagged = "/admin/inference/" + id("models.ai_inference_logs", "status", "refused");
      assertThat(browser.open(flagged).text()).contains("The model declined.");
      browser.submit(flagged + "/review", Map.of("rating", "2"));
      assertThat(browser.open(flagged).text()).contains("A person looked at it");
      choose(version);
      var shots = Pages.at(port).signedIn(admin.email(), TestAccounts.PASSWORD);
      look(shots, "/admin/models", 1440);
      look(shots, "/admin/models/versions/" + version, 390);
      look(shots, "/admin/models/providers/" + service, 390);
      look(shots, "/admin/inference", 1440);
      look(shots, "/admin/inference", 390);
      look(shots, flagged, 390);
      browser.open("/admin/models/versions/" + version);
      browser.submit("/admin/models/versions/" + version + "/remove", Map.of());
      assertThat(browser.open("/admin/models").text()).doesNotContain("Pages model");
    }
  }

  private void choose(String version) {
    var company = new TestAccounts(port).company();
    OpenFeatures.grant(database, company.id(), FeatureKey.ADVANCED_AI_MODELS);
    var browser = new Browser(ApiClient.at(port));
    browser.open("/login");
    browser.submit(
        "/login", Map.of("email", company.owner().email(), "password", TestAccounts.PASSWORD));
    assertThat(browser.open("/company/ai-model").text()).contains("Pages model");
    browser.submit("/company/ai-model", Map.of("version", version));
    assertThat(browser.open("/company/ai-model").text()).contains("Your next tests use it.");
    assertThat(browser.submit("/company/ai-model", Map.of("version", "none")).status())
        .isEqualTo(302);
    assertThat(browser.open("/company/ai-model").text()).contains("is not on offer");
    var shots = Pages.at(port).signedIn(company.owner().email(), TestAccounts.PASSWORD);
    look(shots, "/company/ai-model", 390);
  }

  private static void look(Pages pages, String path, int width) {
    try (var page = pages.open(path, width, width == 390 ? ColorScheme.DARK : ColorScheme.LIGHT)) {
      page.assertAccessible();
      String folder = System.getProperty("hitlai.shots");
      if (folder != null) {
        var file = path.replaceAll("[^a-z]+", "-").replaceAll("-$", "") + "-" + width + ".png";
        page.tab()
            .screenshot(
                new com.microsoft.playwright.Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(java.nio.file.Path.of(folder, file)));
      }
    }
  }

  private String id(String table, String column, String value) {
    return database.asSystem(
        sql ->
            sql.fetchSingle(
                    "select id from "
                        + table
                        + " where "
                        + column
                        + " = ? order by created_at desc limit 1",
                    value)
                .get(0, UUID.class)
                .toString());
  }

  private static Map<String, String> provider(String code, String address) {
    return Map.of(
        "code", code,
        "name", "Pages service",
        "kind", "openai_compatible",
        "baseUrl", address,
        "key", "sk-pages-1234",
        "timeoutSeconds", "5",
        "maxConcurrent", "4",
        "needsKey", "true",
        "enabled", "true");
  }

  private static Map<String, String> version(String service) {
    var form = new HashMap<String, String>();
    form.put("provider", service);
    form.put("modelName", "m-1");
    form.put("label", "Pages model");
    form.put("tier", "external");
    form.put("tester", "gemini");
    form.put("contextTokens", "100000");
    form.put("maxOutputTokens", "4000");
    form.put("input", "0.15");
    form.put("cached", "");
    form.put("output", "0.60");
    form.put("order", "10");
    form.put("enabled", "true");
    return form;
  }
}
