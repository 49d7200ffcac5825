package dev.hitlai.health.web;

import static dev.hitlai.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.hitlai.health.MonitorChanged;
import dev.hitlai.health.internal.status.PublicId;
import dev.hitlai.health.internal.status.StatusBoard;
import dev.hitlai.platform.database.TestServer;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.Pages;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** What the public sees, over HTTP and in a browser. */
@PlatformTest
class StatusPagesTest {
  @LocalServerPort private int port;
  @Autowired private TestDatabase database;
  @Autowired private StatusBoard board;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private TransactionTemplate transactions;
  private ApiClient visitor;
  private UUID shown;
  private UUID hidden;
  private UUID incident;

  @BeforeEach
  void fill() {
    visitor = ApiClient.at(port);
    shown = StatusRows.monitor(database, "Shown part", true);
    hidden = StatusRows.monitor(database, "Hidden part", false);
    incident = StatusRows.incident(database, shown, "Answers are late", false);
    StatusRows.maintenance(database, shown, "New disks");
    board.renew();
  }

  @AfterEach
  void remove() {
    StatusRows.remove(database, shown, hidden);
    board.renew();
  }

  @Test
  void everybodyReadsHowThePlatformDoesWithoutAScript() {
    String page = visitor.get("/status").text();
    assertThat(page)
        .contains("Shown part", "Partial outage", "Answers are late", "We look into it.")
        .contains("New disks", "Planned maintenance", "99.98 % up", "1 day with trouble")
        .contains("down 14 min", "Median response time by hour", "95 % below")
        .doesNotContain("Hidden part", "hunter2", "Nobody else");
  }

  @Test
  void pagesOfIncidentsMonthsAndMaintenanceExist() {
    String id = PublicId.of(incident);
    assertThat(visitor.get("/status/incidents/" + id).text())
        .contains("Answers are late", "We look into it.", "Shown part")
        .doesNotContain("hunter2");
    assertThat(visitor.get("/status/incidents/000000000000").status()).isEqualTo(404);
    assertThat(visitor.get("/status/history").text()).contains("Answers are late");
    String month = visitor.get("/status/history").text().replaceAll("(?s).*<h2>(.*?)</h2>.*", "$1");
    assertThat(month).matches("\\w+ \\d{4}");
    assertThat(visitor.get("/status/history?month=1999-01").status()).isEqualTo(404);
    assertThat(visitor.get("/status/history?month=x").status()).isEqualTo(404);
    assertThat(visitor.get("/status/nothing").status()).isEqualTo(404);
  }

  @Test
  void anOutageIsVisibleAtOnceAndIsOneDocumentForAllForms() {
    String before = visitor.get("/api/v2/summary.json").header("ETag");
    database.asSystem(
        sql -> {
          StatusRows.state(sql, shown, "down");
          return true;
        });
    Tenancy.run(
        Actor.system("test"),
        () ->
            transactions.executeWithoutResult(_ -> events.publishEvent(new MonitorChanged(shown))));
    var after =
        eventually(
            () -> visitor.get("/api/v2/summary.json"),
            answer -> !answer.header("ETag").equals(before));
    assertThat(after.text()).contains("\"major_outage\"");
    assertThat(visitor.get("/status").text()).contains("Outage");
    assertThat(visitor.get("/badge/" + PublicId.of(shown) + "/state.svg").text())
        .contains("Shown part: outage");
  }

  @Test
  void programsReadTheV2FormatFromAnySite() {
    for (String name :
        new String[] {
          "summary",
          "status",
          "components",
          "incidents",
          "incidents/unresolved",
          "scheduled-maintenances",
          "scheduled-maintenances/active",
          "scheduled-maintenances/upcoming"
        }) {
      var answer = visitor.get("/api/v2/" + name + ".json");
      assertThat(answer.status()).as(name).isEqualTo(200);
      assertThat(answer.header("Content-Type")).startsWith("application/json");
      assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
      assertThat(answer.at("/page/time_zone")).as(name).isEqualTo("Etc/UTC");
    }
    var asked = visitor.send("OPTIONS", "/api/v2/summary.json", null, null);
    assertThat(asked.status()).isEqualTo(204);
    assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo("*");
    var parts = visitor.get("/api/v2/components.json").json().path("components");
    assertThat(parts).anyMatch(part -> part.path("id").asString().equals(PublicId.of(shown)));
    assertThat(parts).noneMatch(part -> part.path("id").asString().equals(PublicId.of(hidden)));
  }

  @Test
  void whoHasADocumentAlreadyIsNotSentItAgain() {
    for (String path : new String[] {"/status", "/api/v2/summary.json", "/status/history.atom"}) {
      var first = visitor.get(path);
      assertThat(first.header("ETag")).as(path).startsWith("W/\"");
      assertThat(first.header("Last-Modified")).as(path).endsWith("GMT");
      var again = visitor.with("If-None-Match", first.header("ETag")).get(path);
      assertThat(again.status()).as(path).isEqualTo(304);
      assertThat(again.text()).isEmpty();
      assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
      var head = visitor.send("HEAD", path, null, null);
      assertThat(head.status()).isEqualTo(200);
      assertThat(head.text()).isEmpty();
      assertThat(head.header("Content-Length")).isNotEqualTo("0");
      assertThat(visitor.with("Accept-Encoding", "gzip").get(path).header("Content-Encoding"))
          .isEqualTo("gzip");
    }
  }

  @Test
  void pagesCarryTheHeadersOfAllPagesAndTheChosenColours() {
    var page = visitor.with("Cookie", "a=b; theme=dark").get("/status");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'self'", "frame-ancestors 'none'");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Vary")).contains("Cookie");
    assertThat(page.text()).contains("data-theme=\"dark\"");
    assertThat(visitor.get("/status").text()).contains("data-theme=\"auto\"");
    assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void peopleAndProgramsSubscribe() {
    var browser = new Browser(visitor);
    assertThat(browser.open("/status/subscribe").text()).contains("Shown part", "By webhook");
    var refused =
        browser.submit(
            "/status/subscribe",
            Map.of("by", "email", "email", "nobody", "incidents", "true", "minSeverity", "major"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("The e-mail address must be", "value=\"nobody\"");
    String email = UUID.randomUUID() + "@example.org";
    var asked =
        browser.submit(
            "/status/subscribe",
            Map.of(
                "by", "email",
                "email", email,
                "of", "some",
                "parts", shown.toString(),
                "incidents", "true",
                "minSeverity", "major"));
    assertThat(asked.status()).as(asked.text()).isEqualTo(200);
    assertThat(asked.text()).contains("We wrote to", email);
    var program =
        browser.submit(
            "/status/subscribe",
            Map.of(
                "by", "webhook",
                "webhookUrl", "http://127.0.0.1:9/" + UUID.randomUUID(),
                "maintenance", "true",
                "minSeverity", "minor"));
    assertThat(program.status()).as(program.text()).isEqualTo(200);
    assertThat(program.text()).contains("whsec_");
    assertThat(browser.submitWithoutToken("/status/subscribe", Map.of()).status()).isEqualTo(403);
  }

  /** The database really is away: it takes no connections, and those there were are cut. */
  @Test
  void withoutTheDatabaseTheLastKnownStateIsServedWithItsAge() {
    String name = database.appUrl().replaceAll(".*/([^/?]+)(\\?.*)?", "$1");
    visitor.get("/status");
    TestServer.execute("alter database " + name + " with allow_connections false");
    try {
      TestServer.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
      // Whatever needed the database for a hit would fail here, so a hundred hits need none.
      for (int i = 0; i < 100; i++) {
        assertThat(visitor.get("/status").status()).isEqualTo(200);
        assertThat(visitor.get("/api/v2/summary.json").status()).isEqualTo(200);
        assertThat(visitor.get("/status/incidents/" + PublicId.of(incident)).status())
            .isEqualTo(200);
      }
      String stale =
          eventually(
              () -> visitor.get("/status").text(), page -> page.contains("last known state"));
      assertThat(stale)
          .contains("Shown part")
          .containsPattern("<strong>[\\d. minsh]+</strong> old");
    } finally {
      TestServer.execute("alter database " + name + " with allow_connections true");
    }
    eventually(
        () -> visitor.get("/status").text(),
        page -> !page.contains("This is the last known state"));
  }

  @Test
  void everyPageIsAccessible() {
    StatusRows.incident(database, shown, "It was down", true);
    board.renew();
    Pages pages = Pages.at(port);
    for (String path :
        new String[] {
          "/status",
          "/status/history",
          "/status/subscribe",
          "/status/incidents/" + PublicId.of(incident)
        }) {
      for (int width : new int[] {1440, 390}) {
        for (var scheme : ColorScheme.values()) {
          boolean home = path.equals("/status") && scheme != ColorScheme.NO_PREFERENCE;
          if (!home && scheme != (width == 390 ? ColorScheme.DARK : ColorScheme.LIGHT)) {
            continue;
          }
          try (var page = pages.open(path, width, scheme)) {
            page.assertAccessible();
            shoot(page, path.replaceAll("\\W+", "-"), width, scheme);
          }
        }
      }
    }
  }

  @Test
  void anOpenPageShowsWhatChangedByItself() {
    try (var page = Pages.at(port).open("/status", 1440, ColorScheme.LIGHT)) {
      assertThat(page.tab().content()).doesNotContain("Something new");
      StatusRows.incident(database, shown, "Something new", false);
      board.renew();
      page.tab().evaluate("() => document.dispatchEvent(new Event('visibilitychange'))");
      page.tab().waitForSelector("text=Something new");
      page.assertQuiet();
    }
  }

  private static void shoot(
      dev.hitlai.testsupport.OpenPage page, String name, int width, ColorScheme scheme) {
    String folder = System.getProperty("hitlai.shots");
    if (folder != null) {
      page.screenshot(Path.of(folder, "status" + name + "-" + width + "-" + scheme + ".png"));
    }
  }
}
