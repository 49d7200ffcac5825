package dev.hitlai.health.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.Pages;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where administrators look after the platform's monitors, and companies after theirs. */
@PlatformTest
class MonitorPagesTest {
  @LocalServerPort private int port;
  @Autowired private TestDatabase database;
  private TestAccounts accounts;
  private TestAccounts.Person admin;
  private Browser office;
  private UUID monitor;

  @BeforeEach
  void prepare() {
    accounts = new TestAccounts(port);
    admin = accounts.admin(database);
    office = signedIn(admin.email());
    monitor = StatusRows.monitor(database, "Watched part", false);
  }

  @AfterEach
  void remove() {
    StatusRows.remove(database, monitor);
  }

  @Test
  void theTableTellsHealthSpeedTrendUptimeAndCost() {
    String page = office.open("/admin/api-health").text();
    assertThat(page)
        .contains("Watched part", "340 ms, fair", "Check all now", "99.958 %")
        .contains("Last 30 days: 99.966 % up", "$0.0123", "falling");
  }

  @Test
  void aMonitorIsMadeChangedCheckedAndDeleted() {
    office.open("/admin/api-health/new");
    var refused =
        office.submit(
            "/admin/api-health/new",
            fields(Map.of("name", "Shop", "url", "nowhere", "intervalSeconds", "often")));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text())
        .contains("Enter a whole number", "value=\"Shop\"", "value=\"often\"");
    var wrong =
        office.submit(
            "/admin/api-health/new",
            fields(Map.of("name", "Shop", "url", "nowhere", "conditions", "contains ok")));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.text()).contains("Address must be an address like https://", "contains ok");

    String endpoint = "/shop/" + UUID.randomUUID();
    var made =
        office.submit(
            "/admin/api-health/new",
            fields(
                Map.of(
                    "name", "Shop",
                    "endpoint", endpoint,
                    "url", "http://127.0.0.1:9/",
                    "headers", "X-Key: secret-value",
                    "conditions", "json /status = ok\nlacks error",
                    "isPublic", "true")));
    assertThat(made.status()).as(made.text()).isEqualTo(302);
    String here = made.header("Location").replaceAll("https?://[^/]+", "");
    assertThat(office.open(here).text()).contains("Shop", endpoint, "shown", "There was none yet");
    String form = office.open(here + "/edit").text();
    assertThat(form)
        .contains("X-Key:", "json /status = ok", "lacks error")
        .doesNotContain("secret-value");
    assertThat(office.submit(here + "/check", Map.of()).status()).isEqualTo(302);
    assertThat(office.submit("/admin/api-health/check", Map.of()).status()).isEqualTo(302);

    var changed =
        office.submit(
            here + "/edit",
            fields(
                Map.of(
                    "name", "Renamed shop",
                    "endpoint", endpoint,
                    "url", "http://127.0.0.1:9/",
                    "parents", monitor.toString(),
                    "maintenance", "true",
                    "maintenanceMessage", "Moving house")));
    assertThat(changed.status()).as(changed.text()).isEqualTo(302);
    assertThat(office.open(here).text()).contains("Renamed shop", "Watched part", "Maintenance");
    assertThat(office.open("/admin/api-health").text()).contains("Renamed shop");
    assertThat(office.submit(here + "/delete", Map.of()).status()).isEqualTo(302);
    assertThat(office.open(here).status()).isEqualTo(404);
  }

  @Test
  void onePageTellsHowAMonitorDidInPercentiles() {
    for (String span : new String[] {"day", "month", "quarter", "year"}) {
      String page = office.open("/admin/api-health/" + monitor + "?span=" + span).text();
      assertThat(page).as(span).contains("Uptime, ");
      if (!span.equals("quarter")) {
        assertThat(page).as(span).contains("Half below (p50)", "99 % below (p99)", "Numbers");
      }
    }
  }

  @Test
  void serviceLevelsAreReportedByMonthAsPageCsvAndPdf() {
    assertThat(office.open("/admin/api-health/sla").text())
        .contains("Watched part", "Service levels", "The month goes on");
    var csv = office.open("/admin/api-health/sla.csv");
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.text()).startsWith("monitor,").contains("\"Watched part\",99.90,");
    var pdf = office.open("/admin/api-health/sla.pdf");
    assertThat(pdf.status()).isEqualTo(200);
    assertThat(pdf.text()).startsWith("%PDF-");
    assertThat(office.open("/admin/api-health/sla?month=2999-01").status()).isEqualTo(400);
    assertThat(office.open("/admin/api-health/sla?month=x").status()).isEqualTo(400);
  }

  @Test
  void companiesLookAfterTheirOwnAndSeeNobodyElses() {
    var company = accounts.company();
    var owner = signedIn(company.owner().email());
    assertThat(owner.open("/company/monitors").text())
        .contains("Nothing is watched yet")
        .doesNotContain("Watched part");
    assertThat(owner.open("/company/monitors/" + monitor).status()).isEqualTo(404);
    assertThat(owner.open("/company/monitors/" + monitor + "/edit").status()).isEqualTo(404);
    owner.open("/company/monitors/new");
    var made =
        owner.submit(
            "/company/monitors/new",
            fields(Map.of("name", "Our shop", "endpoint", "/", "url", "https://shop.example/")));
    assertThat(made.status()).as(made.text()).isEqualTo(302);
    assertThat(owner.open("/company/monitors").text()).contains("Our shop");
    var inner =
        owner.submit(
            "/company/monitors/new",
            fields(
                Map.of(
                    "name", "Inside",
                    "endpoint", "/i",
                    "kind", "internal",
                    "url", "internal:database")));
    assertThat(inner.status()).isEqualTo(400);
    assertThat(owner.open("/company/monitors/sla").status()).isEqualTo(200);
    var viewer = signedIn(accounts.member(company, "viewer").email());
    assertThat(viewer.open("/company/monitors").text())
        .contains("Our shop")
        .doesNotContain("Add a monitor", "Check now");
    assertThat(viewer.open("/company/monitors/new").status()).isEqualTo(403);
    assertAccessible(company.owner().email(), "/company/monitors", "company-monitors");
  }

  @Test
  void everyPageIsAccessible() {
    assertAccessible(admin.email(), "/admin/api-health", "admin");
    assertAccessible(admin.email(), "/admin/api-health/new", "admin-new");
    assertAccessible(admin.email(), "/admin/api-health/" + monitor, "admin-monitor");
    assertAccessible(admin.email(), "/admin/api-health/sla", "admin-sla");
  }

  private Browser signedIn(String email) {
    var browser = new Browser(ApiClient.at(port));
    browser.open("/login");
    browser.submit("/login", Map.of("email", email, "password", TestAccounts.PASSWORD));
    return browser;
  }

  private static Map<String, String> fields(Map<String, String> entered) {
    var fields =
        new HashMap<>(
            Map.of(
                "kind", "http",
                "endpoint", "/somewhere",
                "method", "GET",
                "dnsRecordType", "A",
                "statuses", "200",
                "warningMs", "1000",
                "criticalMs", "3000",
                "certificateWarningDays", "14",
                "intervalSeconds", "60",
                "timeoutMs", "5000"));
    fields.putAll(
        Map.of(
            "enabled", "true",
            "failureThreshold", "2",
            "successThreshold", "2",
            "slaUptimePercent", "99.9",
            "slaResponseTimeMs", "500",
            "errorRateWarningPercent", "5",
            "errorRateCriticalPercent", "10",
            "costPerRequestUsd", "0"));
    fields.putAll(entered);
    return fields;
  }

  private void assertAccessible(String email, String path, String name) {
    Pages pages = Pages.at(port).signedIn(email, TestAccounts.PASSWORD);
    for (int width : new int[] {1440, 390}) {
      var scheme = width == 1440 ? ColorScheme.LIGHT : ColorScheme.DARK;
      try (var page = pages.open(path, width, scheme)) {
        page.assertAccessible();
        String folder = System.getProperty("hitlai.shots");
        if (folder != null) {
          page.screenshot(Path.of(folder, name + "-" + width + "-" + scheme + ".png"));
        }
      }
    }
  }
}
