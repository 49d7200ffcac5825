package dev.hitlai.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class IngestTest {
  static final String ORIGIN = "https://shop.example";

  /** One event of each kind that is stored, a second apart. */
  private static final String ALL_KINDS =
      """
      [1,0,{"dcl":120.5,"lcp":1800.25,"cls":0.012,"res":12,"vis":4000,"exit":"close","ctx":{"dom":100,"h":3000,"w":1280}}],
      [2,1000,0,300,720,3000],[3,1000,0,100,400,100,100,0,16392,1,"BUTTON","buy","btn","Buy","#buy",7,500,500],
      [4,1000,2,"f","checkout","/pay","mail","email","Mail",12,1,null,800,1,"#mail"],
      [6,1000,900,0,300,[10,10,0,5,5,50,5,5,50,80,0,60],null,0],[7,1000,0,"letter",4,"#mail",1,0],[8,1000,1,7000],
      [9,1000,"https://shop.example/api/cart?id=*","GET","fetch",500,120,100.5,80.2,1,2,3,40.5,20,0,"failed",0],
      [10,1000,4,"Oh no","a.js",3,4,"stack",2],[11,1000,"x is undefined","TypeError","a.js",3,4,"stack",0],
      [12,1000,"#buy","Buy","button",1,80.5,10,10,100,40,null],[13,1000,0,1,40],[16,1000,0.02,0,1,0],[15,1000,4,9]\
      """;

  @LocalServerPort private int port;
  @Autowired private TestDatabase database;
  private TestAccounts.Company company;
  private String key;
  private UUID session;

  @BeforeEach
  void aCompanyWithAKey() {
    company = new TestAccounts(port).company();
    var made =
        company
            .api()
            .post(
                "/api/company/write-keys",
                Map.of("name", "Shop", "origins", List.of(ORIGIN + "/")));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    key = made.at("/data/key");
    session = UUID.randomUUID();
  }

  @Test
  void storesEveryKindOfEventInItsTable() {
    long now = System.currentTimeMillis();
    var answer = sender().send(0, body(now - 60_000, ALL_KINDS), now);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    for (String table :
        List.of(
            "page_performance",
            "scroll_events",
            "click_events",
            "form_interactions",
            "mouse_movements",
            "keyboard_events",
            "visibility_changes",
            "network_requests",
            "console_logs",
            "javascript_errors",
            "element_visibility")) {
      assertThat(count(table)).as(table).isEqualTo(1);
    }
    assertThat(count("page_moments")).isEqualTo(3);
    database.asSystem(
        sql -> {
          var page =
              sql.fetchSingle(
                  "select * from recording.page_performance where recording_session_id = ?",
                  session);
          assertThat(page.get("largest_contentful_paint_ms").toString()).isEqualTo("1800.250");
          assertThat(page.get("visible_time_seconds").toString()).isEqualTo("4.000");
          assertThat(page.get("url")).isEqualTo("https://shop.example/cart");
          var mouse =
              sql.fetchSingle(
                  "select positions::text as points, total_distance_pixels as way from"
                      + " recording.mouse_movements where recording_session_id = ?",
                  session);
          assertThat(mouse.get("points").toString().replace(" ", ""))
              .isEqualTo("[10,10,0,15,15,50,20,20,100,100,20,160]");
          assertThat(mouse.get("way").toString()).isEqualTo("94.14");
          var click =
              sql.fetchSingle(
                  "select *, timestamp_ms - ? as after from recording.click_events where"
                      + " recording_session_id = ?",
                  now,
                  session);
          assertThat(click.get("after").toString()).isEqualTo("-58000");
          assertThat(click.get("element_text")).isEqualTo("Buy");
          return true;
        });
  }

  @Test
  void storesABatchOnceHoweverOftenAndInWhateverOrderItComes() throws Exception {
    long now = System.currentTimeMillis();
    String late = body(now - 60_000, "[2,10,0,0,700,1000]");
    String early = body(now - 60_000, "[2,20,0,0,700,1000]");
    assertThat(sender().send(3, late, now).status()).isEqualTo(202);
    assertThat(sender().send(1, early, now, false).status()).isEqualTo(202);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<java.util.concurrent.Future<Integer>>();
      for (int i = 0; i < 20; i++) {
        int number = i % 4;
        String same = body(now - 60_000, "[2,30,0," + number + ",700,1000]");
        answers.add(
            threads.submit(
                () ->
                    sender()
                        .send(number, number == 3 ? late : number == 1 ? early : same, now)
                        .status()));
      }
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo(202);
      }
    }
    assertThat(count("scroll_events")).isEqualTo(4);
    assertThat(sender().send(3, early, now).status()).isEqualTo(409);
    var stored =
        ApiClient.at(port)
            .with("Origin", ORIGIN)
            .get("/api/recordings/%s/batches?k=%s&n=0,3,9".formatted(session, key));
    assertThat(stored.json().path("stored").toString()).isEqualTo("[0,3]");
  }

  @Test
  void correctsAClockThatIsAYearOff() {
    long theirs = System.currentTimeMillis() - 365L * 86_400_000;
    assertThat(sender().send(0, body(theirs - 10_000, "[2,5000,0,0,700,1000]"), theirs).status())
        .isEqualTo(202);
    long away =
        database.asSystem(
            sql ->
                sql.fetchSingle(
                        "select abs(extract(epoch from created_at) * 1000 - timestamp_ms)::bigint"
                            + " from recording.scroll_events where recording_session_id = ?",
                        session)
                    .into(Long.class));
    assertThat(away).isBetween(4000L, 7000L);
    // The time of sending is right, what happened a year before is not.
    long now = System.currentTimeMillis();
    assertThat(sender().send(1, body(theirs, "[2,0,0,0,700,1000]"), now).status()).isEqualTo(422);
  }

  @Test
  void refusesWhatItCantTakeWithAStatusThatSaysWhy() {
    long now = System.currentTimeMillis();
    String good = body(now, "");
    byte[] garbage = "\u0000\u0001garbage".getBytes(StandardCharsets.UTF_8);
    assertThat(sender().sendBytes(0, SentBatch.hash(garbage), garbage, now, true).status())
        .isEqualTo(400);
    assertThat(sender().sendBytes(0, SentBatch.hash(garbage), garbage, now, false).status())
        .isEqualTo(400);
    byte[] bomb = SentBatch.gzip(new byte[20 << 20]);
    assertThat(sender().sendBytes(0, "00000000", bomb, now, true).status()).isEqualTo(413);
    assertThat(sender().sendBytes(0, "00000000", new byte[(1 << 20) + 1], now, false).status())
        .isEqualTo(413);
    assertThat(
            sender()
                .sendBytes(0, "00000000", good.getBytes(StandardCharsets.UTF_8), now, false)
                .status())
        .isEqualTo(400);
    assertThat(new SentBatch(port, ORIGIN, "wk_nobody", session).send(0, good, now).status())
        .isEqualTo(401);
    var elsewhere = new SentBatch(port, "https://evil.example", key, session).send(0, good, now);
    assertThat(elsewhere.status()).isEqualTo(403);
    assertThat(elsewhere.header("Access-Control-Allow-Origin")).isEqualTo("*");
    for (String wrong :
        List.of(
            "[2,10,0,\"text\",700,1000]",
            "[99,10]",
            "[2,-5,0,0]",
            "[4,10,2,{\"value\":\"x\"}]",
            "[7,10,0,\"k\"]",
            "[2]",
            "[2,999999999999,0,0]",
            "[3,0,0,0,0,0,0,7]",
            "7")) {
      assertThat(sender().send(0, body(now - 1000, wrong), now).status()).as(wrong).isEqualTo(422);
    }
    String replay = good.replace("\"e\":[]", "\"e\":[],\"r\":[[5,0,1,{\"Value\":\"secret\"}]]");
    assertThat(sender().send(0, replay, now).status()).isEqualTo(422);
    String typed = good.replace("\"e\":[]", "\"e\":[],\"r\":[[7,0,12,\"secret\",null]]");
    assertThat(sender().send(0, typed, now).status()).isEqualTo(422);
    assertThat(count("recording_batches")).isZero();
    String masked = good.replace("\"e\":[]", "\"e\":[],\"r\":[[1,0],[7,0,12,6,null]]");
    assertThat(sender().send(0, masked, now).status()).isEqualTo(202);
  }

  @Test
  void forgetsASessionAndWhatComesLater() {
    long now = System.currentTimeMillis();
    assertThat(sender().send(0, body(now - 60_000, ALL_KINDS), now).status()).isEqualTo(202);
    var forgotten =
        ApiClient.at(port)
            .with("Origin", ORIGIN)
            .sendBytes(
                "POST",
                "/api/recordings/%s/forget?k=%s".formatted(session, key),
                "text/plain",
                new byte[0]);
    assertThat(forgotten.status()).as(forgotten.text()).isEqualTo(202);
    for (String table :
        List.of("click_events", "page_performance", "recording_batches", "page_moments")) {
      assertThat(count(table)).as(table).isZero();
    }
    assertThat(sender().send(1, body(now, ""), now).status()).isEqualTo(410);
    assertThat(sender().send(0, body(now - 60_000, ALL_KINDS), now).status()).isEqualTo(410);
  }

  @Test
  void keepsTheSessionOfAnotherCompanyApart() {
    long now = System.currentTimeMillis();
    assertThat(sender().send(0, body(now, ""), now).status()).isEqualTo(202);
    var other = new TestAccounts(port).company();
    String theirKey =
        other
            .api()
            .post("/api/company/write-keys", Map.of("name", "Shop", "origins", List.of(ORIGIN)))
            .at("/data/key");
    assertThat(new SentBatch(port, ORIGIN, theirKey, session).send(1, body(now, ""), now).status())
        .isEqualTo(404);
    assertThat(count("recording_batches")).isEqualTo(1);
  }

  private SentBatch sender() {
    return new SentBatch(port, ORIGIN, key, session);
  }

  private String body(long start, String events) {
    return SentBatch.body(new UUID(session.getMostSignificantBits(), 1), start, 0, events);
  }

  private int count(String table) {
    return database.asSystem(
        sql ->
            sql.fetchCount(
                DSL.table("recording." + table),
                DSL.condition("recording_session_id = ?", session)));
  }
}
