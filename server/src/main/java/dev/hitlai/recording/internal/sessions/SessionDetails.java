package dev.hitlai.recording.internal.sessions;

import static dev.hitlai.recording.internal.jooq.Tables.PAGE_PERFORMANCE;
import static dev.hitlai.recording.internal.jooq.Tables.RECORDING_BATCHES;
import static dev.hitlai.recording.internal.jooq.Tables.RECORDING_SESSIONS;
import static dev.hitlai.recording.internal.jooq.Tables.SESSION_PLACES;
import static dev.hitlai.recording.internal.jooq.Tables.SESSION_SIGNALS;

import dev.hitlai.recording.internal.ingest.Unpacking;
import dev.hitlai.recording.internal.signals.SignalKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What one session holds, as it is looked at and handed out. */
@Component
public class SessionDetails {
  /** What people did and met, as lines in the order of time. */
  private static final String LINES =
      """
      select at, kind, what, detail, bad from (
        select timestamp_ms as at, 'page' as kind, coalesce(nullif(page_title, ''), url) as what, url as detail, false as bad
          from recording.page_performance where recording_session_id = {0} and created_at = {1}
        union all select timestamp_ms, 'click', coalesce(nullif(element_text, ''), nullif(element_selector, ''), element_tag, 'the page'), element_selector, is_dead_click
          from recording.click_events where recording_session_id = {0} and created_at >= {1}
        union all select timestamp_ms, 'form', interaction_type || ' ' || coalesce(nullif(field_label, ''), nullif(field_name, ''), nullif(form_name, ''), 'a form'),
            case when field_value_length is null then null else field_value_length || ' characters' end, is_valid is false
          from recording.form_interactions where recording_session_id = {0} and created_at >= {1} and interaction_type in ('change', 'submit')
        union all select timestamp_ms, 'visibility', case when became_visible then 'came back' else 'looked elsewhere' end, null, false
          from recording.visibility_changes where recording_session_id = {0} and created_at >= {1}
        union all select timestamp_ms, 'error', error_message, coalesce(source_file, '') || coalesce(':' || line_number, ''), true
          from recording.javascript_errors where recording_session_id = {0} and created_at >= {1}
        union all select timestamp_ms, 'console', log_level || ': ' || message, source_file, log_level = 'error'
          from recording.console_logs where recording_session_id = {0} and created_at >= {1}
        union all select timestamp_ms, 'network', method || ' ' || url,
            coalesce(status_code::text, 'no answer') || coalesce(', ' || round(duration_ms) || ' ms', ''), not success
          from recording.network_requests where recording_session_id = {0} and created_at >= {1}
      ) lines order by at, kind limit {2}\
      """;

  private final DSLContext sql;
  private final ReplayFiles files;

  SessionDetails(DSLContext sql, ReplayFiles files) {
    this.sql = sql;
    this.files = files;
  }

  /** A line of the list of what happened; {@code at} in milliseconds since 1970. */
  public record Line(long at, String kind, String what, @Nullable String detail, boolean bad) {}

  /** A signal as it is shown. */
  public record ShownSignal(
      UUID id,
      SignalKind kind,
      long at,
      String cause,
      String explanation,
      @Nullable String selector,
      @Nullable UUID pageId) {}

  /** A view of a page with its vitals. */
  public record PageView(
      UUID id,
      long at,
      String url,
      @Nullable String title,
      @Nullable BigDecimal lcp,
      @Nullable BigDecimal inp,
      @Nullable BigDecimal cls,
      @Nullable BigDecimal seconds,
      @Nullable BigDecimal frustration) {}

  /** A part of the replay: its number, when it happened, whether one can begin with it. */
  public record Chunk(int sequence, long from, long to, boolean snapshot, int bytes) {}

  @Transactional(readOnly = true)
  public List<Line> lines(UUID session, int limit) {
    Instant place = place(session);
    return place == null
        ? List.of()
        : sql.resultQuery(LINES, DSL.val(session), DSL.val(place), DSL.val(limit))
            .fetch(
                row ->
                    new Line(
                        row.get(0, Long.class),
                        row.get(1, String.class),
                        Objects.requireNonNullElse(row.get(2, String.class), ""),
                        row.get(3, String.class),
                        Boolean.TRUE.equals(row.get(4, Boolean.class))));
  }

  @Transactional(readOnly = true)
  public List<ShownSignal> signals(UUID session) {
    var s = SESSION_SIGNALS;
    return sql.selectFrom(s)
        .where(s.RECORDING_SESSION_ID.eq(session))
        .orderBy(s.TIMESTAMP_MS)
        .fetch(
            row ->
                new ShownSignal(
                    row.getId(),
                    SignalKind.of(row.getKind()),
                    row.getTimestampMs(),
                    row.getLikelyCause(),
                    row.getExplanation(),
                    row.getElementSelector(),
                    row.getPagePerformanceId()));
  }

  @Transactional(readOnly = true)
  public List<PageView> pages(UUID session) {
    var p = PAGE_PERFORMANCE;
    Instant place = place(session);
    return place == null
        ? List.of()
        : sql.selectFrom(p)
            .where(p.RECORDING_SESSION_ID.eq(session))
            .and(p.CREATED_AT.eq(place))
            .orderBy(p.TIMESTAMP_MS)
            .fetch(
                row ->
                    new PageView(
                        row.getId(),
                        row.getTimestampMs(),
                        row.getUrl(),
                        row.getPageTitle(),
                        row.getLargestContentfulPaintMs(),
                        row.getInteractionToNextPaintMs(),
                        row.getCumulativeLayoutShift(),
                        row.getTimeOnPageSeconds(),
                        row.getFrustrationScore()));
  }

  /** The index of the replay, in the order of the batches. */
  @Transactional(readOnly = true)
  public List<Chunk> chunks(UUID session) {
    var b = RECORDING_BATCHES;
    return sql.select(b.SEQUENCE, b.FIRST_EVENT_MS, b.LAST_EVENT_MS, b.HAS_SNAPSHOT, b.SIZE_BYTES)
        .from(b)
        .where(b.RECORDING_SESSION_ID.eq(session))
        .and(b.BODY.isNotNull().or(b.STORAGE_KEY.isNotNull()))
        .orderBy(b.SEQUENCE)
        .fetch(
            row -> new Chunk(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
  }

  /**
   * Bodies of batches from a number on as the recorder made them, with their clock's skew; at most
   * so many.
   */
  @Transactional(readOnly = true)
  public List<Body> bodies(UUID session, int from, int limit) {
    var b = RECORDING_BATCHES;
    return sql.selectFrom(b)
        .where(b.RECORDING_SESSION_ID.eq(session))
        .and(b.SEQUENCE.ge(from))
        .and(b.BODY.isNotNull().or(b.STORAGE_KEY.isNotNull()))
        .orderBy(b.SEQUENCE)
        .limit(limit)
        .fetch(
            row -> {
              byte[] packed =
                  row.getBody() != null
                      ? row.getBody()
                      : files.read(
                          row.getStorageKey(), row.getStorageOffset(), row.getStorageBytes());
              String json =
                  packed.length == 0
                      ? "null"
                      : new String(Unpacking.gunzip(packed), StandardCharsets.UTF_8);
              return new Body(row.getSequence(), row.getSkewMs(), json);
            });
  }

  /**
   * @param json the unpacked body; {@code null} when its file is gone
   */
  public record Body(int sequence, long skewMillis, String json) {}

  /** Everything that is kept of a session, by table. */
  @Transactional(readOnly = true)
  public Map<String, List<Map<String, Object>>> export(UUID session) {
    var all = new LinkedHashMap<String, List<Map<String, Object>>>();
    Instant place = place(session);
    if (place == null) {
      return all;
    }
    all.put(
        "recording_sessions",
        sql.selectFrom(RECORDING_SESSIONS)
            .where(RECORDING_SESSIONS.ID.eq(session))
            .fetch(row -> plain(row.intoMap())));
    for (String table : List.of("page_performance", "session_signals")) {
      all.put(table, rows(table, session, place));
    }
    for (String table : SessionTables.EVENTS) {
      all.put(table, rows(table, session, place));
    }
    return all;
  }

  private List<Map<String, Object>> rows(String table, UUID session, Instant place) {
    return sql.resultQuery(
            "select * from recording.{0} where recording_session_id = {1} and created_at >= {2}"
                + " order by timestamp_ms",
            DSL.name(table), DSL.val(session), DSL.val(place))
        .fetch(row -> plain(row.intoMap()));
  }

  /** Values that JSON can show. */
  private static Map<String, Object> plain(Map<String, Object> row) {
    row.replaceAll(
        (name, value) ->
            value == null || value instanceof Number || value instanceof Boolean
                ? value
                : value instanceof Object[] list
                    ? java.util.Arrays.asList(list)
                    : value.toString());
    row.values().removeIf(Objects::isNull);
    return row;
  }

  private @Nullable Instant place(UUID session) {
    return sql.select(SESSION_PLACES.SESSION_CREATED_AT)
        .from(SESSION_PLACES)
        .where(SESSION_PLACES.ID.eq(session))
        .fetchOne(SESSION_PLACES.SESSION_CREATED_AT);
  }
}
