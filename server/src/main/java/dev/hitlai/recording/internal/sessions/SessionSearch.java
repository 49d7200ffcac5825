package dev.hitlai.recording.internal.sessions;

import static dev.hitlai.recording.internal.jooq.Tables.RECORDING_BATCHES;
import static dev.hitlai.recording.internal.jooq.Tables.RECORDING_SESSIONS;
import static dev.hitlai.recording.internal.jooq.Tables.SESSION_SIGNALS;
import static dev.hitlai.recording.internal.jooq.Tables.VELOCITY_ANALYSIS;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import dev.hitlai.recording.internal.signals.SignalKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds sessions that the actor may see. */
@Component
public class SessionSearch {
  private static final Field<String[]> KINDS =
      field(
          DSL.select(arrayAgg(SESSION_SIGNALS.KIND).orderBy(SESSION_SIGNALS.TIMESTAMP_MS))
              .from(SESSION_SIGNALS)
              .where(SESSION_SIGNALS.RECORDING_SESSION_ID.eq(RECORDING_SESSIONS.ID)));

  private static final Field<BigDecimal> BOT =
      field(
          DSL.select(VELOCITY_ANALYSIS.BOT_PROBABILITY_SCORE)
              .from(VELOCITY_ANALYSIS)
              .where(VELOCITY_ANALYSIS.SESSION_ID.eq(RECORDING_SESSIONS.ID)));

  private static final Field<Boolean> REPLAY =
      when(
              exists(
                  selectOne()
                      .from(RECORDING_BATCHES)
                      .where(RECORDING_BATCHES.RECORDING_SESSION_ID.eq(RECORDING_SESSIONS.ID))
                      .and(RECORDING_BATCHES.HAS_SNAPSHOT)
                      .and(
                          RECORDING_BATCHES
                              .BODY
                              .isNotNull()
                              .or(RECORDING_BATCHES.STORAGE_KEY.isNotNull()))),
              true)
          .otherwise(false);

  private final DSLContext sql;

  SessionSearch(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * Which sessions; what is empty or null doesn't matter.
   *
   * @param url part of the address the session began at
   */
  public record Wish(
      String source,
      String device,
      String signal,
      String url,
      double frustration,
      @Nullable UUID testRunId,
      Instant since) {}

  /**
   * A session as it is listed.
   *
   * @param endedAt null while it goes on
   * @param frustration null until it was looked at
   * @param bot probability that a program was there; null when nobody looked
   */
  public record Row(
      UUID id,
      @Nullable UUID testRunId,
      String source,
      Instant startedAt,
      @Nullable Instant endedAt,
      long seconds,
      String url,
      @Nullable String device,
      String userAgent,
      int viewportWidth,
      int viewportHeight,
      int pages,
      int events,
      int clicks,
      int errors,
      boolean consent,
      boolean replay,
      @Nullable BigDecimal frustration,
      @Nullable BigDecimal bot,
      List<SignalKind> signals) {
    public Row {
      signals = List.copyOf(signals);
    }

    /** How often a kind of signal came. */
    public long count(SignalKind kind) {
      return signals.stream().filter(kind::equals).count();
    }

    public Duration length() {
      return Duration.ofSeconds(seconds);
    }
  }

  /** Newest first. */
  @Transactional(readOnly = true)
  public List<Row> list(Wish wish, int limit, long offset) {
    return sql.select(
            RECORDING_SESSIONS.asterisk(), KINDS.as("kinds"), BOT.as("bot"), REPLAY.as("replay"))
        .from(RECORDING_SESSIONS)
        .where(condition(wish))
        .orderBy(RECORDING_SESSIONS.CREATED_AT.desc(), RECORDING_SESSIONS.ID.desc())
        .limit(limit)
        .offset(offset)
        .fetch(SessionSearch::row);
  }

  @Transactional(readOnly = true)
  public long count(Wish wish) {
    return sql.fetchCount(RECORDING_SESSIONS, condition(wish));
  }

  /** One session. */
  @Transactional(readOnly = true)
  public Optional<Row> find(UUID id) {
    return sql.select(
            RECORDING_SESSIONS.asterisk(), KINDS.as("kinds"), BOT.as("bot"), REPLAY.as("replay"))
        .from(RECORDING_SESSIONS)
        .where(RECORDING_SESSIONS.ID.eq(id))
        .fetchOptional(SessionSearch::row);
  }

  private static Condition condition(Wish wish) {
    var s = RECORDING_SESSIONS;
    var all = new ArrayList<Condition>();
    all.add(s.CREATED_AT.ge(wish.since()));
    if (!wish.source().isBlank()) {
      all.add(s.SOURCE.eq(wish.source()));
    }
    if (!wish.device().isBlank()) {
      all.add(s.DEVICE_TYPE.eq(wish.device()));
    }
    if (!wish.url().isBlank()) {
      all.add(s.URL.containsIgnoreCase(wish.url()));
    }
    if (wish.frustration() > 0) {
      all.add(s.FRUSTRATION_SCORE.ge(BigDecimal.valueOf(wish.frustration())));
    }
    if (wish.testRunId() != null) {
      all.add(s.TEST_RUN_ID.eq(wish.testRunId()));
    }
    if (!wish.signal().isBlank()) {
      all.add(
          exists(
              selectOne()
                  .from(SESSION_SIGNALS)
                  .where(SESSION_SIGNALS.RECORDING_SESSION_ID.eq(s.ID))
                  .and(SESSION_SIGNALS.KIND.eq(wish.signal()))));
    }
    return DSL.and(all);
  }

  private static Row row(Record row) {
    var s = RECORDING_SESSIONS;
    Instant started = row.get(s.STARTED_AT);
    Instant last = row.get(s.LAST_EVENT_AT) == null ? started : row.get(s.LAST_EVENT_AT);
    String[] kinds = row.get("kinds", String[].class);
    return new Row(
        row.get(s.ID),
        row.get(s.TEST_RUN_ID),
        row.get(s.SOURCE),
        started,
        row.get(s.ENDED_AT),
        Math.max(0, Duration.between(started, last).toSeconds()),
        row.get(s.URL) == null ? "" : row.get(s.URL),
        row.get(s.DEVICE_TYPE),
        row.get(s.USER_AGENT) == null ? "" : row.get(s.USER_AGENT),
        row.get(s.VIEWPORT_WIDTH) == null ? 1280 : row.get(s.VIEWPORT_WIDTH),
        row.get(s.VIEWPORT_HEIGHT) == null ? 720 : row.get(s.VIEWPORT_HEIGHT),
        row.get(s.PAGE_COUNT),
        row.get(s.EVENT_COUNT),
        row.get(s.CLICK_COUNT),
        row.get(s.ERROR_COUNT),
        row.get(s.CONSENT),
        row.get("replay", Boolean.class),
        row.get(s.FRUSTRATION_SCORE),
        row.get("bot", BigDecimal.class),
        kinds == null ? List.of() : Arrays.stream(kinds).map(SignalKind::of).toList());
  }
}
