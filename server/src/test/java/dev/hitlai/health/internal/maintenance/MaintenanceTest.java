package dev.hitlai.health.internal.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.health.internal.TestMonitors;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Mailbox;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestAdmin;
import dev.hitlai.testsupport.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class MaintenanceTest {
  @LocalServerPort private int port;
  @Autowired private MaintenanceClock maintenance;
  @Autowired private TestDatabase database;
  @Autowired private SettableClock clock;

  private TestMonitors monitors;
  private TestAccounts.Person admin;
  private UUID monitor;
  private String title;

  @BeforeEach
  void prepare() {
    monitors = new TestMonitors(database);
    admin = TestAdmin.make(database, port);
    title = "New disks " + UUID.randomUUID();
    monitor = monitors.make("Database");
  }

  /** Logged in anew: tokens end within minutes of the clock that is moved here. */
  private ApiClient api() {
    return new TestAccounts(port).login(admin.email()).api();
  }

  @AfterEach
  void tidyUp() {
    clock.reset();
    monitors.retire(monitor);
  }

  private ApiClient.Answer plan(Instant start, Instant end) {
    return api()
        .post(
            "/api/health/maintenance",
            Map.of(
                "title",
                title,
                "affected",
                List.of(monitor.toString()),
                "impact",
                "full_outage",
                "start",
                start.toString(),
                "end",
                end.toString(),
                "publicMessage",
                "Nothing works for an hour."));
  }

  private void look() {
    Tenancy.run(Actor.system("test"), maintenance::look);
  }

  private String status(String id) {
    return api().get("/api/health/maintenance/" + id).at("/data/status");
  }

  private List<String> mails() {
    return new Mailbox(database)
        .subjects(admin.email()).stream().filter(subject -> subject.contains(title)).toList();
  }

  @Test
  void isRemindedOfADayAndAnHourAheadAndBeginsAndEndsOnTime() {
    Instant start = clock.instant().plus(Duration.ofHours(48)).truncatedTo(ChronoUnit.SECONDS);
    Instant end = start.plus(Duration.ofHours(1));
    String id = plan(start, end).at("/data/id");
    look();
    assertThat(mails()).isEmpty();
    clock.moveTo(start.minus(Duration.ofHours(23)));
    look();
    look();
    assertThat(mails()).containsExactly("Maintenance in 1 day: " + title);
    clock.moveTo(start.minus(Duration.ofMinutes(50)));
    look();
    look();
    assertThat(mails())
        .containsExactly("Maintenance in 1 day: " + title, "Maintenance in 1 hour: " + title);
    clock.moveTo(start.plusSeconds(20));
    look();
    assertThat(status(id)).isEqualTo("in_progress");
    assertThat(api().get("/api/health/maintenance/" + id).at("/data/actualStart"))
        .as("its time, not when somebody looked")
        .isEqualTo(start.toString());
    clock.moveTo(end.plusSeconds(20));
    look();
    assertThat(status(id)).isEqualTo("completed");
    assertThat(api().get("/api/health/maintenance/" + id).at("/data/actualEnd"))
        .isEqualTo(end.toString());
  }

  @Test
  void workThatIsEnteredAfterwardsHasUptimeCountedAnew() {
    Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(3));
    database.asSystem(
        sql ->
            sql.execute(
                "insert into apihealth.api_uptime_summary (endpoint, period_type, period_start,"
                    + " period_end, monitor_id) values ('x', 'hourly', ?::timestamptz,"
                    + " ?::timestamptz, ?)",
                hour,
                hour.plus(Duration.ofHours(1)),
                monitor));
    var made = plan(hour.plusSeconds(600), hour.plusSeconds(1200));
    assertThat(made.at("/data/status")).isEqualTo("completed");
    var recount =
        database.asSystem(
            sql ->
                sql.fetchCount(
                    sql.selectFrom("apihealth.uptime_recounts").where("monitor_id = ?", monitor)));
    assertThat(recount).isPositive();
    assertThat(mails()).isEmpty();
  }

  @Test
  void onlyLegalMoves() {
    Instant start = clock.instant().plus(Duration.ofHours(5));
    String id = plan(start, start.plus(Duration.ofHours(1))).at("/data/id");
    assertThat(move(id, "end")).isEqualTo(409);
    assertThat(move(id, "begin")).isEqualTo(200);
    assertThat(move(id, "cancel")).isEqualTo(409);
    assertThat(move(id, "begin")).isEqualTo(409);
    assertThat(move(id, "end")).isEqualTo(200);
    assertThat(status(id)).isEqualTo("completed");
    String other = plan(start, start.plus(Duration.ofHours(1))).at("/data/id");
    assertThat(move(other, "cancel")).isEqualTo(200);
    assertThat(status(other)).isEqualTo("cancelled");
    look();
    assertThat(status(other)).isEqualTo("cancelled");
  }

  private int move(String id, String how) {
    return api().post("/api/health/maintenance/" + id + "/" + how, Map.of()).status();
  }

  @Test
  void refusesTimesThatMakeNoSense() {
    Instant start = clock.instant().plus(Duration.ofHours(5));
    assertThat(plan(start, start).status()).isEqualTo(400);
    assertThat(plan(start, start.plus(Duration.ofDays(40))).status()).isEqualTo(400);
  }
}
