package dev.hitlai.recording.internal.signals;

import static dev.hitlai.recording.internal.jooq.Tables.CLICK_EVENTS;
import static dev.hitlai.recording.internal.jooq.Tables.PAGE_PERFORMANCE;
import static dev.hitlai.recording.internal.jooq.Tables.RAGE_CLICK_INCIDENTS;
import static dev.hitlai.recording.internal.jooq.Tables.RECORDING_SESSIONS;
import static dev.hitlai.recording.internal.jooq.Tables.SESSION_SIGNALS;

import dev.hitlai.recording.internal.jooq.tables.records.RecordingSessionsRecord;
import dev.hitlai.recording.internal.signals.Story.Click;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what a session told; told again after late batches, it replaces what stood there. */
@Component
public class SignalStore {
  private final DSLContext sql;
  private final SignalSettings settings;

  SignalStore(DSLContext sql, SignalSettings settings) {
    this.sql = sql;
    this.settings = settings;
  }

  /** Stores signals, rage incidents, dead clicks and scores of a session. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void store(RecordingSessionsRecord session, Story story, List<Signal> signals) {
    clear(session);
    signals.forEach(signal -> insert(session, signal));
    var clicks = story.clicks().stream().collect(Collectors.toMap(Click::id, Function.identity()));
    signals.stream()
        .filter(signal -> signal.kind() == SignalKind.RAGE_CLICK)
        .forEach(
            signal -> rage(session, signal, signal.eventIds().stream().map(clicks::get).toList()));
    markDead(session, story);
    for (var page : story.pages()) {
      sql.update(PAGE_PERFORMANCE)
          .set(
              PAGE_PERFORMANCE.FRUSTRATION_SCORE,
              score(Signals.frustration(signals, page.id(), settings)))
          .where(PAGE_PERFORMANCE.ID.eq(page.id()))
          .and(PAGE_PERFORMANCE.CREATED_AT.eq(session.getCreatedAt()))
          .execute();
    }
    sql.update(RECORDING_SESSIONS)
        .set(RECORDING_SESSIONS.FRUSTRATION_SCORE, score(Signals.frustration(signals, settings)))
        .where(RECORDING_SESSIONS.ID.eq(session.getId()))
        .and(RECORDING_SESSIONS.CREATED_AT.eq(session.getCreatedAt()))
        .execute();
  }

  private void clear(RecordingSessionsRecord session) {
    sql.deleteFrom(SESSION_SIGNALS)
        .where(SESSION_SIGNALS.RECORDING_SESSION_ID.eq(session.getId()))
        .execute();
    sql.deleteFrom(RAGE_CLICK_INCIDENTS)
        .where(RAGE_CLICK_INCIDENTS.RECORDING_SESSION_ID.eq(session.getId()))
        .and(RAGE_CLICK_INCIDENTS.CREATED_AT.ge(session.getCreatedAt()))
        .execute();
  }

  private void insert(RecordingSessionsRecord session, Signal signal) {
    var s = SESSION_SIGNALS;
    sql.insertInto(s)
        .set(s.RECORDING_SESSION_ID, session.getId())
        .set(s.RECORDING_SESSION_CREATED_AT, session.getCreatedAt())
        .set(s.TEST_RUN_ID, session.getTestRunId())
        .set(s.COMPANY_ID, session.getCompanyId())
        .set(s.PAGE_PERFORMANCE_ID, signal.pageId())
        .set(s.TIMESTAMP_MS, signal.at())
        .set(s.KIND, signal.kind().code())
        .set(s.LIKELY_CAUSE, signal.cause())
        .set(s.EXPLANATION, signal.explanation())
        .set(s.WEIGHT, score(signal.kind().weight()))
        .set(s.ELEMENT_SELECTOR, signal.selector())
        .set(s.PAGE_X, signal.pageX())
        .set(s.PAGE_Y, signal.pageY())
        .set(s.EVENT_IDS, signal.eventIds().toArray(UUID[]::new))
        .execute();
  }

  private void rage(RecordingSessionsRecord session, Signal signal, List<Click> clicks) {
    var first = clicks.getFirst();
    double radius =
        clicks.stream()
            .mapToDouble(c -> Math.hypot(c.pageX() - first.pageX(), c.pageY() - first.pageY()))
            .max()
            .orElse(0);
    var r = RAGE_CLICK_INCIDENTS;
    sql.insertInto(r)
        .set(r.RECORDING_SESSION_ID, session.getId())
        .set(r.TEST_RUN_ID, session.getTestRunId())
        .set(r.COMPANY_ID, session.getCompanyId())
        .set(r.PAGE_PERFORMANCE_ID, signal.pageId())
        .set(r.TIMESTAMP_MS, signal.at())
        .set(r.CLICK_COUNT, clicks.size())
        .set(r.TIME_SPAN_MS, signal.until() - signal.at())
        .set(r.ELEMENT_TAG, first.tag())
        .set(r.ELEMENT_TEXT, first.text())
        .set(r.ELEMENT_SELECTOR, first.selector())
        .set(r.AREA_X, first.pageX())
        .set(r.AREA_Y, first.pageY())
        .set(r.AREA_RADIUS, (int) Math.ceil(radius))
        .set(r.LIKELY_CAUSE, signal.cause())
        .set(r.STARTED_AT, Instant.ofEpochMilli(signal.at()))
        .set(r.ENDED_AT, Instant.ofEpochMilli(signal.until()))
        .set(r.CLICK_EVENT_IDS, signal.eventIds().toArray(UUID[]::new))
        .execute();
  }

  private void markDead(RecordingSessionsRecord session, Story story) {
    var dead = story.clicks().stream().filter(DeadClicks::isDead).map(Click::id).toList();
    if (!dead.isEmpty()) {
      sql.update(CLICK_EVENTS)
          .set(CLICK_EVENTS.IS_DEAD_CLICK, true)
          .where(CLICK_EVENTS.ID.in(dead))
          .and(CLICK_EVENTS.CREATED_AT.ge(session.getCreatedAt()))
          .execute();
    }
  }

  private static BigDecimal score(double score) {
    return BigDecimal.valueOf(Math.clamp(score, 0, 1)).setScale(4, RoundingMode.HALF_UP);
  }
}
