package dev.hitlai.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PartitionsTest {
  private static final RetentionSettings KEPT = new RetentionSettings(30, 60, 30, 30, 30);
  private static final TestDatabase DATABASE = TestDatabase.fresh();

  private final SettableClock clock = SettableClock.ticking();
  private final Partitions partitions =
      new Partitions(new OwnerDatabase(DatabaseAddress.parse("url", DATABASE.ownerUrl())), clock);
  private final UUID company = DATABASE.asSystem(PartitionsTest::company);

  @AfterEach
  void putTodaysPartitionsBack() throws SQLException {
    clock.reset();
    partitions.makeAhead();
  }

  @Test
  void makesPartitionsBeforeTheyAreNeeded() throws SQLException {
    clock.advance(Duration.ofDays(40));
    assertThat(exists("recording.click_events_p", "yyyyMMdd", clock.instant())).isFalse();

    partitions.makeAhead();
    partitions.makeAhead();

    assertThat(exists("recording.click_events_p", "yyyyMMdd", clock.instant())).isTrue();
    assertThat(exists("recording.click_events_p", "yyyyMMdd", in(Duration.ofDays(3)))).isTrue();
    assertThat(exists("models.ai_inference_logs_p", "yyyyMM", in(Duration.ofDays(31)))).isTrue();
  }

  @Test
  void dropsNothingThatIsWithinRetention() throws SQLException {
    clock.advance(Duration.ofDays(30));
    assertThat(partitions.dropExpired(KEPT)).isEmpty();
  }

  @Test
  void dropsPartitionsWholeOnceTheirLastRowIsPastRetention() throws SQLException {
    var today = clock.instant();
    clock.advance(Duration.ofDays(31));

    var dropped = partitions.dropExpired(KEPT);

    assertThat(dropped)
        .contains(
            "recording.click_events_p" + day(today), "monitoring.api_call_logs_p" + day(today))
        .noneMatch(name -> name.startsWith("models.ai_inference_logs"));
    assertThat(exists("recording.click_events_p", "yyyyMMdd", today)).isFalse();
  }

  @Test
  void dropsSessionsWithTheirPageViewsAndForgetsThemInAnalyses() throws SQLException {
    DATABASE.asSystem(
        sql -> {
          var session = UUID.randomUUID();
          sql.execute(
              "insert into recording_sessions (id, company_id, source, timestamp_ms, started_at) values ({0}, {1}, 'visitor', 1, now())"
                  .replace("{0}", "'" + session + "'")
                  .replace("{1}", "'" + company + "'"));
          sql.execute(
              "insert into page_performance (recording_session_id, recording_session_created_at,"
                  + " company_id, timestamp_ms, url, entered_at)"
                  + " select id, created_at, company_id, 1, 'http://example.org', now() from recording_sessions where id = '%s'"
                      .formatted(session));
          return sql.execute(
              "insert into velocity_analysis (session_id, session_created_at, company_id,"
                  + " total_interactions, time_span_seconds, bot_probability_score)"
                  + " select id, created_at, company_id, 1, 1, 0 from recording_sessions where id = '%s'"
                      .formatted(session));
        });
    clock.advance(Duration.ofDays(31));

    assertThat(partitions.dropExpired(KEPT))
        .anyMatch(name -> name.startsWith("recording.recording_sessions_p"));

    assertThat(count("recording_sessions")).isZero();
    assertThat(count("page_performance")).isZero();
    assertThat(count("velocity_analysis where session_created_at is null")).isEqualTo(1);
  }

  @Test
  void keepsGateChecksWhenTheModelCallTheyLookedAtExpires() throws SQLException {
    DATABASE.asSystem(
        sql -> {
          sql.execute(
              "insert into ai_inference_logs (company_id, model_version, model_provider, task, tier) values ('%s', 'v1', 'built-in', 'describe', 'small')"
                  .formatted(company));
          return sql.execute(
              "insert into quality_gate_checks (company_id, inference_log_id,"
                  + " inference_log_created_at, gate_type, passed, action) select company_id, id,"
                  + " created_at, 'laziness', true, 'approved' from ai_inference_logs");
        });
    clock.advance(Duration.ofDays(100));

    assertThat(partitions.dropExpired(KEPT))
        .anyMatch(name -> name.startsWith("models.ai_inference_logs_p"));

    assertThat(count("ai_inference_logs")).isZero();
    assertThat(count("quality_gate_checks where inference_log_id is null")).isEqualTo(1);
  }

  private static UUID company(DSLContext sql) {
    return sql.fetchOne(
            "insert into companies (name, slug) values ('Kept', gen_random_uuid()::text) returning"
                + " id")
        .get(0, UUID.class);
  }

  private int count(String rest) {
    return DATABASE.asSystem(sql -> sql.fetchOne("select count(*) from " + rest).get(0, int.class));
  }

  private boolean exists(String prefix, String pattern, Instant at) {
    var name = prefix + day(at).substring(0, pattern.length());
    return DATABASE.asSystem(
        sql ->
            sql.fetchOne("select to_regclass('%s') is not null".formatted(name))
                .get(0, boolean.class));
  }

  private Instant in(Duration duration) {
    return clock.instant().plus(duration);
  }

  private static String day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC).toString().replace("-", "");
  }
}
