package dev.hitlai.recording.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.hitlai.aitester.SiteUntestable;
import dev.hitlai.recording.SentBatch;
import dev.hitlai.recording.internal.sessions.SessionLife;
import dev.hitlai.testing.RunRecorder;
import dev.hitlai.testing.internal.execution.ScriptedRunner;
import dev.hitlai.testsupport.OpenPage;
import dev.hitlai.testsupport.Pages;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From a batch to its conclusions, and every page that shows them, on a desk and on a phone. */
@PlatformTest
class RecordingPagesTest {
  private static final String ORIGIN = "https://shop.example";

  @LocalServerPort private int port;
  @Autowired private TestDatabase database;
  @Autowired private SessionLife life;
  @Autowired private SettableClock clock;
  @Autowired private RunRecorder recorders;
  @Autowired private ScriptedRunner scripts;

  @AfterEach
  void putTheClockBack() {
    clock.reset();
  }

  @Test
  void showsWhatASessionTellsOnEveryPage() {
    var company = new TestAccounts(port).company();
    String key =
        company
            .api()
            .post("/api/company/write-keys", Map.of("name", "Shop", "origins", List.of(ORIGIN)))
            .at("/data/key");
    UUID session = UUID.randomUUID();
    send(key, session);
    life.addUp();
    clock.advance(Duration.ofMinutes(40));
    life.endIdle();
    life.analyse();
    checkConclusions(session);
    var pages = Pages.at(port).signedIn(company.owner().email(), TestAccounts.PASSWORD);
    String url = "/company/heatmaps?url=https://shop.example/cart";
    for (String path :
        List.of(
            "/company/recordings",
            "/company/recordings?signal=rage_click",
            "/company/recordings/" + session,
            "/company/recordings/pages",
            "/company/recordings/funnel?steps=/cart",
            url,
            url + "&kind=dead",
            url + "&kind=scroll",
            url + "&kind=movement",
            url + "&kind=attention",
            "/company/recordings/settings")) {
      both(pages, path, OpenPage::assertAccessible);
    }
    clock.reset(); // The token is younger than the pages now.
    var files = company.api();
    assertThat(files.get("/api/recordings/" + session + "/signals").text())
        .contains("rage_click", "\"explanation\"");
    assertThat(files.get("/api/recordings?signal=rage_click").at("/total")).isEqualTo("1");
  }

  private void send(String key, UUID session) {
    long now = clock.instant().toEpochMilli();
    var sender = new SentBatch(port, ORIGIN, key, session);
    String clicks =
        """
        [1,0,{"lcp":5200,"cls":0.3,"ctx":{"w":1280,"h":3000}}],[2,500,0,900,720,3000],[6,400,400,0,0,[10,10,0,90,390,200,0,0,150],null,0],
        [3,200,0,100,400,100,400,0,16392,1,"BUTTON","buy","","Buy now","#buy",7,500,500],[13,0,0,0,null],
        [3,200,1,101,400,101,400,0,16392,1,"BUTTON","buy","","Buy now","#buy",7,500,500],[13,0,1,0,null],
        [3,200,2,102,401,102,401,0,16392,1,"BUTTON","buy","","Buy now","#buy",7,500,500],[13,0,2,0,null],
        [11,300,"x is undefined","TypeError","app.js",3,4,"",0],[10,10,4,"Oh no","app.js"],
        [9,10,"https://shop.example/api/cart","POST","fetch",500,10,900,40,null,null,null,null,null,0,"",2],
        [12,10,"#buy","Buy now","button",0,90,40,380,120,44,4000]\
        """;
    assertThat(
            sender
                .send(0, SentBatch.body(UUID.randomUUID(), now - 60_000, 0, clicks), now)
                .status())
        .isEqualTo(202);
  }

  private void checkConclusions(UUID session) {
    database.asSystem(
        sql -> {
          assertThat(
                  sql.fetch(
                          "select distinct kind from recording.session_signals where"
                              + " recording_session_id = {0}",
                          DSL.val(session))
                      .into(String.class))
              .contains("rage_click", "dead_click", "slow_page");
          assertThat(
                  sql.fetchSingle(
                          "select likely_cause from recording.rage_click_incidents where"
                              + " recording_session_id = {0}",
                          DSL.val(session))
                      .into(String.class))
              .isEqualTo("unresponsive_button");
          assertThat(
                  sql.fetchSingle(
                          "select bot_probability_score from recording.velocity_analysis where"
                              + " session_id = {0}",
                          DSL.val(session))
                      .into(Double.class))
              .isLessThan(0.7);
          return true;
        });
  }

  @Test
  void letsAnAdministratorDecideOnWhatLooksLikeAProgram() {
    var accounts = new TestAccounts(port);
    UUID id = UUID.randomUUID();
    database.asSystem(
        sql ->
            sql.execute(
                "insert into recording.velocity_analysis (id, session_id, total_interactions,"
                    + " time_span_seconds, bot_probability_score, confidence, flagged_for_review,"
                    + " reasons) values ({0}, {1}, 12, 3, 0.97, 0.6, true,"
                    + " '[{\"name\":\"dead_centre\",\"weight\":3,\"sentence\":\"9 of 9 clicks hit"
                    + " the middle.\"}]')",
                DSL.val(id), DSL.val(UUID.randomUUID())));
    var admin = accounts.admin(database);
    var pages = Pages.at(port).signedIn(admin.email(), TestAccounts.PASSWORD);
    both(pages, "/admin/bots", OpenPage::assertAccessible);
    both(pages, "/admin/bots/" + id, OpenPage::assertAccessible);
    on(
        1440,
        ColorScheme.LIGHT,
        pages,
        "/admin/bots/" + id,
        page -> {
          page.tab().fill("textarea[name=notes]", "A switch user, wrote to us.");
          page.tab().click("button[value=legitimate]");
          page.tab().waitForSelector("text=Decided.");
        });
    both(pages, "/admin/bots?show=decided", OpenPage::assertAccessible);
    assertThat(
            database.<String>asSystem(
                sql ->
                    sql.fetchSingle(
                            "select review_decision from recording.velocity_analysis where id ="
                                + " {0}",
                            DSL.val(id))
                        .into(String.class)))
        .isEqualTo("legitimate");
  }

  @Test
  void recordsWhatAnAiTesterDoes() {
    // Only the run's row is needed.
    scripts.script(
        "recorded.example",
        (plan, listener, evidence) -> {
          throw new SiteUntestable(SiteUntestable.Reason.TIMEOUT, "The site did not answer.");
        });
    var company = new TestAccounts(port).company();
    String run =
        company
            .api()
            .post(
                "/api/test/execute",
                Map.of(
                    "url", "https://recorded.example/",
                    "mission", "Find out how to return a product",
                    "testType", "ai_only",
                    "persona", "senior_casual"))
            .at("/testRunId");
    UUID runId = UUID.fromString(run);
    var site = java.net.URI.create("http://127.0.0.1:" + port + "/pricing");
    var recorder = recorders.recorderOf(company.id(), runId, site).orElseThrow();
    var persona = dev.hitlai.aitester.ShippedPersonas.all().getFirst();
    var plan =
        new dev.hitlai.aitester.TestPlan(
            site,
            List.of(),
            List.of(persona),
            null,
            new dev.hitlai.aitester.Budget(Duration.ofSeconds(60), 1, 1),
            java.util.Set.of(),
            null,
            null,
            1);
    dev.hitlai.aitester.testsupport.Browsers.in(
        dev.hitlai.aitester.browser.SessionSettings.of(plan, persona),
        session -> {
          session.record(recorder);
          session.open(site.toString());
          session.settle();
          session.page().mouse().move(200, 300);
          session.page().mouse().click(240, 320);
          session.pause(Duration.ofMillis(500));
          return true;
        });
    life.endOf(runId);
    database.asSystem(
        sql -> {
          var row =
              sql.fetchSingle(
                  "select source, event_count, click_count, url, (select bool_or(has_snapshot) from"
                      + " recording.recording_batches where test_run_id = {0}) as replay from"
                      + " recording.recording_sessions where test_run_id = {0}",
                  DSL.val(runId));
          assertThat(row.get("source")).isEqualTo("ai");
          assertThat(row.get("event_count", Integer.class)).isPositive();
          assertThat(row.get("click_count", Integer.class)).isEqualTo(1);
          assertThat(row.get("replay", Boolean.class)).isTrue();
          return true;
        });
    replays(company, runId);
  }

  /** The player shows the recorded page, in a browser without a word of the site itself. */
  private void replays(TestAccounts.Company company, UUID runId) {
    UUID session =
        database.asSystem(
            sql ->
                sql.fetchSingle(
                        "select id from recording.recording_sessions where test_run_id = {0}",
                        DSL.val(runId))
                    .into(UUID.class));
    var pages = Pages.at(port).signedIn(company.owner().email(), TestAccounts.PASSWORD);
    on(
        1440,
        ColorScheme.LIGHT,
        pages,
        "/company/recordings/" + session,
        page -> {
          page.tab().waitForSelector("[data-recording-ready]");
          page.tab().locator(".recording-stage iframe").waitFor();
          page.tab().click("[data-recording-toggle]");
          assertThat(
                  page.tab()
                      .frameLocator(".recording-stage iframe")
                      .locator("h1")
                      .first()
                      .textContent())
              .isNotBlank();
        });
  }

  private static void both(Pages pages, String path, Consumer<OpenPage> looks) {
    on(1440, ColorScheme.LIGHT, pages, path, looks);
    on(390, ColorScheme.DARK, pages, path, looks);
  }

  private static void on(
      int width, ColorScheme scheme, Pages pages, String path, Consumer<OpenPage> looks) {
    try (var page = pages.open(path, width, scheme)) {
      looks.accept(page);
      String shots = System.getProperty("hitlai.shots");
      if (shots != null) {
        page.tab()
            .screenshot(
                new com.microsoft.playwright.Page.ScreenshotOptions()
                    .setPath(
                        java.nio.file.Path.of(
                            shots, path.replaceAll("[^a-z]+", "_") + width + ".png"))
                    .setFullPage(true));
      }
    }
  }
}
