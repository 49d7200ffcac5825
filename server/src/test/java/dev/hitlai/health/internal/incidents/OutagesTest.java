package dev.hitlai.health.internal.incidents;

import static dev.hitlai.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.health.MonitorState;
import dev.hitlai.health.MonitorStateChanged;
import dev.hitlai.health.internal.TestMonitors;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
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
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Incidents that follow what the checks saw. */
@PlatformTest
class OutagesTest {
  @LocalServerPort private int port;
  @Autowired private Outages outages;
  @Autowired private TestDatabase database;
  @Autowired private SettableClock clock;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private TransactionTemplate transactions;

  private TestMonitors monitors;
  private TestAccounts.Person admin;
  private String name;
  private UUID monitor;

  @BeforeEach
  void prepare() {
    monitors = new TestMonitors(database);
    admin = TestAdmin.make(database, port);
    name = "Search " + UUID.randomUUID();
    monitor = monitors.make(name);
  }

  @AfterEach
  void putTheClockBack() {
    clock.reset();
    monitors.retire(monitor);
  }

  @Test
  void aFlappingMonitorHasOneIncidentAndIsToldOnce() {
    changes("down", "up", "down", "up", "down", "up");
    follow(monitor);
    assertThat(incidents()).hasSize(1);
    var incident = incidents().getFirst();
    assertThat(incident.status()).isEqualTo("monitoring");
    assertThat(incident.relapses()).isEqualTo(2);
    clock.advance(Duration.ofHours(1));
    settle();
    assertThat(incidents().getFirst().status()).isEqualTo("resolved");
    assertThat(mails()).containsExactly(name + " is down", "Over: " + name + " is down");
  }

  @Test
  void whatIsAnnouncedTwiceOnTwoServersCountsOnce() throws InterruptedException {
    changes("down");
    var start = new CountDownLatch(1);
    try (var servers = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 8; i++) {
        servers.submit(
            () -> {
              start.await();
              follow(monitor);
              return null;
            });
      }
      start.countDown();
    }
    follow(monitor);
    assertThat(incidents()).hasSize(1);
    assertThat(mails()).containsExactly(name + " is down");
  }

  @Test
  void theAnnouncementItselfIsEnoughAndComesAgainWithoutHarm() {
    Instant now = clock.instant();
    UUID change = monitors.change(monitor, "up", "down", now);
    var fact =
        new MonitorStateChanged(
            change,
            monitor,
            null,
            MonitorState.UP,
            MonitorState.DOWN,
            now,
            now,
            "The connection was refused.",
            false,
            null);
    for (int i = 0; i < 3; i++) {
      Tenancy.run(
          Actor.system("test"),
          () -> transactions.executeWithoutResult(_ -> events.publishEvent(fact)));
    }
    eventually(() -> !incidents().isEmpty());
    follow(monitor);
    assertThat(incidents()).hasSize(1);
  }

  @Test
  void whatACrashKeptFromBeingAnnouncedIsFoundAnyway() {
    changes("down");
    assertThat(asSystem(() -> outages.waiting())).contains(monitor);
    asSystem(
        () -> {
          outages.waiting().forEach(outages::follow);
          return true;
        });
    assertThat(incidents()).hasSize(1);
    assertThat(asSystem(() -> outages.waiting())).doesNotContain(monitor);
  }

  @Test
  void aParentWithThreeHundredChildrenIsOneIncidentAndOneMessage() {
    Instant at = clock.instant().minusSeconds(60);
    var children =
        database.asSystem(
            sql ->
                sql.fetch(
                        "insert into apihealth.api_endpoint_configs (endpoint, display_name,"
                            + " target_url) select gen_random_uuid()::text, 'Child ' || n,"
                            + " 'http://127.0.0.1:9/' from generate_series(1, 300) n returning id")
                    .getValues(0, UUID.class));
    children.forEach(child -> monitors.change(child, "up", "down", at, monitor));
    // Some are announced before their parent, some after it.
    children.subList(0, 150).forEach(this::follow);
    changes("down");
    follow(monitor);
    children.subList(150, 300).forEach(this::follow);
    assertThat(incidents()).hasSize(1);
    assertThat(incidents().getFirst().affected()).isEqualTo(301);
    int own =
        database.asSystem(
            sql ->
                sql.fetchSingle(
                        "select count(*)::int from apihealth.api_incidents where monitor_id = any"
                            + " (?)",
                        (Object) children.toArray(UUID[]::new))
                    .get(0, Integer.class));
    assertThat(own).isZero();
    assertThat(mails()).containsExactly(name + " is down");
    database.asSystem(
        sql ->
            sql.execute(
                "update apihealth.api_endpoint_configs set is_active = false where id = any (?)",
                (Object) children.toArray(UUID[]::new)));
  }

  @Test
  void aChildThatStaysDownAfterItsParentIsAnIncidentOfItsOwn() {
    UUID child = monitors.make("Child of " + name);
    Instant at = clock.instant().minusSeconds(120);
    monitors.change(monitor, "up", "down", at);
    monitors.change(child, "up", "down", at, monitor);
    follow(monitor);
    follow(child);
    monitors.change(monitor, "down", "up", at.plusSeconds(60));
    monitors.change(child, "down", "down", at.plusSeconds(61));
    follow(monitor);
    follow(child);
    assertThat(incidents(child)).hasSize(1);
    assertThat(mails()).containsExactly(name + " is down", "Child of " + name + " is down");
    monitors.retire(child);
  }

  @Test
  void comingBackAfterTheCalmIsAnotherIncident() {
    changes("down", "up");
    follow(monitor);
    clock.advance(Duration.ofMinutes(10));
    settle();
    changes("down");
    follow(monitor);
    assertThat(incidents()).extracting(Row::status).containsExactly("resolved", "investigating");
  }

  @Test
  void figuresOfTheTimeItLastedAreKept() {
    Instant began = clock.instant().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MILLIS);
    IntStream.range(0, 10)
        .forEach(
            i ->
                monitors.check(
                    monitor, began.plusSeconds(60L * i), i % 2 == 0 ? null : Double.valueOf(250)));
    monitors.change(monitor, "up", "down", began);
    monitors.change(monitor, "down", "up", began.plus(Duration.ofMinutes(9)));
    follow(monitor);
    clock.advance(Duration.ofMinutes(10));
    settle();
    var row =
        database.asSystem(
            sql ->
                sql.fetchSingle(
                    "select error_rate, avg_response_time_ms, duration_minutes from"
                        + " apihealth.api_incidents where monitor_id = ?",
                    monitor));
    assertThat(row.get(0, Double.class)).isEqualTo(0.5);
    assertThat(row.get(1, Double.class)).isEqualTo(250);
    assertThat(row.get(2, Integer.class)).isEqualTo(9);
  }

  @Test
  void whatIsOpenForTooLongIsRemindedOf() {
    changes("down");
    follow(monitor);
    clock.advance(Duration.ofHours(5));
    remind();
    remind();
    assertThat(mails()).containsExactly(name + " is down", "Still open: " + name + " is down");
  }

  @Autowired private IncidentReminders reminders;

  private void remind() {
    asSystem(reminders::remind);
  }

  /** Half a minute apart, the last one now. */
  private void changes(String... states) {
    Instant at = clock.instant().minusSeconds(30L * states.length);
    String before = states[0].equals("down") ? "up" : "down";
    for (String state : states) {
      at = at.plusSeconds(30);
      monitors.change(monitor, before, state, at);
      before = state;
    }
  }

  private void follow(UUID id) {
    asSystem(
        () -> {
          outages.follow(id);
          return true;
        });
  }

  private void settle() {
    asSystem(
        () -> {
          outages.calmed().forEach(outages::settle);
          return true;
        });
  }

  private static <T> T asSystem(java.util.function.Supplier<T> work) {
    return Tenancy.as(Actor.system("test"), work::get);
  }

  private record Row(String status, int relapses, int affected) {}

  private List<Row> incidents() {
    return incidents(monitor);
  }

  private List<Row> incidents(UUID of) {
    return database.asSystem(
        sql ->
            sql.fetch(
                    "select status, relapses, (select count(*)::int from"
                        + " apihealth.incident_monitors m where m.incident_id = i.id) from"
                        + " apihealth.api_incidents i where monitor_id = ? order by created_at",
                    of)
                .map(
                    row ->
                        new Row(
                            row.get(0, String.class),
                            row.get(1, Integer.class),
                            row.get(2, Integer.class))));
  }

  /** About this test's monitor only. */
  private List<String> mails() {
    return new Mailbox(database)
        .subjects(admin.email()).stream().filter(subject -> subject.contains(name)).toList();
  }
}
