package dev.hitlai.health.internal.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hitlai.health.RealTraffic;
import dev.hitlai.health.UptimeFigures;
import dev.hitlai.health.UptimePeriod;
import dev.hitlai.health.internal.EngineParts;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Stored checks counted into hours, days, weeks and months by a session of Central European time,
 * over the night in which its clocks go back, against a count of every second.
 */
class RollupsTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Instant START = Instant.parse("2026-10-24T20:20:00Z");
  private static final Instant END = Instant.parse("2026-10-26T03:40:00Z");
  private static final int INTERVAL = 300;
  private static final int COUNTS = 600;

  private final SettableClock clock = SettableClock.fixedAt(END);
  private final UUID monitor = UUID.randomUUID();
  private final Random random = new Random(7);
  private final List<Check> checks = new ArrayList<>();
  private final List<Span> maintenance = new ArrayList<>();

  /**
   * A check, in epoch seconds.
   *
   * @param ms negative when it failed
   */
  private record Check(long at, double ms) {}

  private record Span(long from, long until) {
    boolean touches(long first, long last) {
      return from <= last && until > first;
    }
  }

  private record Sums(long up, long down, long maintenance, long unknown) {
    static Sums of(UptimeFigures figures) {
      return new Sums(
          figures.upMs() / 1000,
          figures.downMs() / 1000,
          figures.maintenanceMs() / 1000,
          figures.unknownMs() / 1000);
    }
  }

  @BeforeAll
  static void keepOldChecks() throws SQLException {
    try (var connection = DATABASE.superuser();
        var statement = connection.createStatement()) {
      statement.execute(
          "create table apihealth.old_checks partition of apihealth.api_health_metrics default");
    }
  }

  @BeforeEach
  void plant() {
    system(
        () ->
            DATABASE
                .jooq()
                .execute(
                    """
                    insert into apihealth.api_endpoint_configs (id, endpoint, display_name, target_url,
                      health_check_interval_seconds, created_at)
                    values ({0}, {1}, 'Search', 'http://127.0.0.1/', {2}, {3})
                    """,
                    DSL.val(monitor), DSL.val("/" + monitor), DSL.val(INTERVAL), DSL.val(START)));
    for (long at = START.getEpochSecond(); at < END.getEpochSecond(); at += INTERVAL) {
      boolean blind = random.nextInt(40) == 0;
      at += blind ? (long) INTERVAL * random.nextInt(20) : 0;
      double ms = Math.exp(random.nextGaussian() + 5);
      if (at < END.getEpochSecond()) {
        checks.add(new Check(at, random.nextInt(12) == 0 ? -1 : ms));
      }
    }
  }

  @Test
  void countsWhatEverySecondSaysAndMergesPercentiles() {
    store(checks);
    plan(5_000, 9_000);
    plan(7_000, 12_345);
    count();
    assertEverySecond();
    var times =
        new ArrayList<>(
            checks.stream()
                .filter(check -> check.ms() >= 0 && !isMaintained(check.at()))
                .map(Check::ms)
                .toList());
    Collections.sort(times);
    var month = figures(UptimePeriod.MONTHLY).getFirst();
    assertPercentile(month.p50Ms(), times, 50);
    assertPercentile(month.p95Ms(), times, 95);
    assertPercentile(month.p99Ms(), times, 99);
  }

  @Test
  void foldsInWhatComesLateAndMaintenanceOfThePastAndGivesTheSameWhenCountedAgain() {
    var late = checks.stream().filter(_ -> random.nextInt(4) == 0).toList();
    var punctual = new ArrayList<>(checks);
    punctual.removeAll(late);
    store(punctual);
    count();
    store(late);
    plan(90_000, 97_000);
    recount();
    count();
    assertEverySecond();
    var before = all();
    recount();
    count();
    assertThat(all()).isEqualTo(before);
  }

  @Test
  void countsNothingBeforeTheMonitorWasMadeAndOnlyUpToNowOfTheRunningHour() {
    store(checks);
    count();
    var hours = figures(UptimePeriod.HOURLY);
    assertThat(hours.getFirst().from()).isEqualTo(Instant.parse("2026-10-24T20:00:00Z"));
    assertThat(seconds(hours.getFirst())).isEqualTo(Duration.ofMinutes(40).toSeconds());
    assertThat(seconds(hours.getLast())).isEqualTo(Duration.ofMinutes(40).toSeconds());
    assertThat(figures(UptimePeriod.DAILY)).hasSize(3);
    assertThat(figures(UptimePeriod.WEEKLY)).hasSize(2);
    clock.advance(Duration.ofHours(2));
    count();
    assertThat(seconds(figures(UptimePeriod.HOURLY).get(hours.size() - 1))).isEqualTo(3600);
  }

  /** Of each hour, and of the days and months that they are in. */
  private void assertEverySecond() {
    for (var period : List.of(UptimePeriod.HOURLY, UptimePeriod.DAILY, UptimePeriod.MONTHLY)) {
      for (var figures : figures(period)) {
        assertThat(Sums.of(figures))
            .as("%s from %s", period, figures.from())
            .isEqualTo(everySecond(figures.from(), figures.until()));
      }
    }
  }

  private Sums everySecond(Instant from, Instant until) {
    long first = Math.max(from.getEpochSecond(), START.getEpochSecond());
    long last = Math.min(until.getEpochSecond(), END.getEpochSecond());
    long[] counts = new long[4];
    int next = 0;
    for (long second = first; second < last; second++) {
      while (next < checks.size() && checks.get(next).at() <= second) {
        next++;
      }
      counts[at(second, next == 0 ? null : checks.get(next - 1))]++;
    }
    return new Sums(counts[0], counts[1], counts[2], counts[3]);
  }

  private int at(long second, @Nullable Check last) {
    if (isMaintained(second)) {
      return 2;
    }
    boolean seen = last != null && second < last.at() + COUNTS;
    // What was seen before maintenance says nothing of the time after it.
    seen &= last != null && maintenance.stream().noneMatch(span -> span.touches(last.at(), second));
    return seen ? last.ms() < 0 ? 1 : 0 : 3;
  }

  private boolean isMaintained(long second) {
    return maintenance.stream().anyMatch(span -> second >= span.from() && second < span.until());
  }

  private static void assertPercentile(
      @Nullable Double found, List<Double> sorted, double percent) {
    double exact = sorted.get((int) Math.ceil(percent / 100 * sorted.size()) - 1);
    assertThat(found).isCloseTo(exact, within(exact * 0.01));
  }

  private static long seconds(UptimeFigures figures) {
    var sums = Sums.of(figures);
    return sums.up() + sums.down() + sums.maintenance() + sums.unknown();
  }

  private void plan(long from, long until) {
    var span = new Span(START.getEpochSecond() + from, START.getEpochSecond() + until);
    maintenance.add(span);
    system(
        () ->
            DATABASE
                .jooq()
                .execute(
                    "insert into apihealth.api_maintenance_windows (title, affected_endpoints,"
                        + " impact_level, scheduled_start, scheduled_end, status) values ('Disks',"
                        + " array[{0}], 'no_impact', {1}, {2}, 'completed')",
                    DSL.val(monitor.toString()),
                    DSL.val(Instant.ofEpochSecond(span.from())),
                    DSL.val(Instant.ofEpochSecond(span.until()))));
  }

  private void store(List<Check> some) {
    system(
        () -> {
          for (var check : some) {
            DATABASE
                .jooq()
                .execute(
                    """
                    insert into apihealth.api_health_metrics (created_at, measured_at, monitor_id, endpoint, is_healthy,
                      verdict, response_time_ms, counts_for_ms, failures_needed, successes_needed)
                    values ({0}, {0}, {1}, 'test', {2}, {3}, {4}, {5}, 1, 1)
                    """,
                    DSL.val(Instant.ofEpochSecond(check.at())),
                    DSL.val(monitor),
                    DSL.val(check.ms() >= 0),
                    DSL.val(check.ms() < 0 ? "down" : "up"),
                    check.ms() < 0 ? DSL.inline((Double) null) : DSL.val(check.ms()),
                    DSL.val(COUNTS * 1000));
          }
          return 0;
        });
  }

  private void recount() {
    system(
        () -> {
          rollups().recount(Set.of(monitor), START);
          return 0;
        });
  }

  private void count() {
    Tenancy.run(Actor.system("uptime"), rollups()::run);
  }

  private Rollups rollups() {
    var sql = DATABASE.jooq();
    return new Rollups(
        sql,
        EngineParts.monitors(sql, clock),
        new Hours(sql, EngineParts.maintenance(sql)),
        new StaticListableBeanFactory().getBeanProvider(RealTraffic.class),
        new CentralEuropean(),
        clock);
  }

  /** Transactions in which "day" without more would mean another one. */
  private static final class CentralEuropean implements TransactionOperations {
    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
      return DATABASE
          .transactions()
          .execute(
              status -> {
                DATABASE.jooq().execute("set local time zone 'Europe/Berlin'");
                return action.doInTransaction(status);
              });
    }
  }

  private List<UptimeFigures> figures(UptimePeriod period) {
    return system(
        () ->
            EngineParts.uptime(DATABASE.jooq())
                .by(period, List.of(monitor), START.minus(Duration.ofDays(40)), END)
                .getOrDefault(monitor, List.of()));
  }

  private List<UptimeFigures> all() {
    var all = new ArrayList<UptimeFigures>();
    for (var period : UptimePeriod.values()) {
      all.addAll(figures(period));
    }
    return all;
  }

  private static <T> T system(Supplier<T> work) {
    return DATABASE.as(Actor.system("uptime"), _ -> work.get());
  }
}
