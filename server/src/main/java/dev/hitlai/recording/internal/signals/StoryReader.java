package dev.hitlai.recording.internal.signals;

import static dev.hitlai.recording.internal.jooq.Tables.CLICK_EVENTS;
import static dev.hitlai.recording.internal.jooq.Tables.FORM_INTERACTIONS;
import static dev.hitlai.recording.internal.jooq.Tables.JAVASCRIPT_ERRORS;
import static dev.hitlai.recording.internal.jooq.Tables.KEYBOARD_EVENTS;
import static dev.hitlai.recording.internal.jooq.Tables.MOUSE_MOVEMENTS;
import static dev.hitlai.recording.internal.jooq.Tables.NETWORK_REQUESTS;
import static dev.hitlai.recording.internal.jooq.Tables.PAGE_MOMENTS;
import static dev.hitlai.recording.internal.jooq.Tables.PAGE_PERFORMANCE;
import static dev.hitlai.recording.internal.jooq.Tables.SCROLL_EVENTS;
import static dev.hitlai.recording.internal.jooq.Tables.SESSION_PLACES;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads a session from its tables, as the actor may see it. */
@Component
public class StoryReader {
  /** More than that of a kind are no person's; the first of them tell enough. */
  private static final int MOST = 20_000;

  private final DSLContext sql;

  StoryReader(DSLContext sql) {
    this.sql = sql;
  }

  /** What a click caused, by page view and number of the click. */
  private record Caused(@Nullable UUID page, int number) {}

  private record Effect(int bits, @Nullable Integer delay) {}

  /** The session; empty when there is none. Inside a transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Story> read(UUID session) {
    return Optional.ofNullable(
            sql.select(SESSION_PLACES.SESSION_CREATED_AT)
                .from(SESSION_PLACES)
                .where(SESSION_PLACES.ID.eq(session))
                .fetchOne(SESSION_PLACES.SESSION_CREATED_AT))
        .map(since -> story(session, since));
  }

  private Story story(UUID session, Instant since) {
    return new Story(
        pages(session, since),
        clicks(session, since),
        movements(session, since),
        scrolls(session, since),
        forms(session, since),
        keys(session, since),
        requests(session, since),
        errors(session, since),
        shifts(session, since),
        deeds(session, since));
  }

  /** Rows never lie before their session: the partitions of earlier days aren't looked at. */
  private static Condition of(Field<UUID> session, UUID id, Field<Instant> created, Instant since) {
    return session.eq(id).and(created.ge(since));
  }

  private List<Story.PageView> pages(UUID session, Instant since) {
    var p = PAGE_PERFORMANCE;
    var rows =
        sql.selectFrom(p)
            .where(p.RECORDING_SESSION_ID.eq(session).and(p.CREATED_AT.eq(since)))
            .orderBy(p.TIMESTAMP_MS, p.PAGE_NUMBER)
            .limit(MOST)
            .fetch();
    var pages = new ArrayList<Story.PageView>();
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      BigDecimal stayed = row.getTimeOnPageSeconds();
      long end =
          stayed != null
              ? row.getTimestampMs() + stayed.movePointRight(3).longValue()
              : i + 1 < rows.size() ? rows.get(i + 1).getTimestampMs() : row.getTimestampMs();
      pages.add(
          new Story.PageView(
              row.getId(),
              row.getTimestampMs(),
              end,
              row.getUrl(),
              number(row.getLargestContentfulPaintMs()),
              number(row.getInteractionToNextPaintMs()),
              number(row.getTimeToFirstByteMs()),
              row.getViewportHeight() == null ? 800 : row.getViewportHeight()));
    }
    return pages;
  }

  private List<Story.Click> clicks(UUID session, Instant since) {
    var effects = effects(session, since);
    var c = CLICK_EVENTS;
    return sql.selectFrom(c)
        .where(of(c.RECORDING_SESSION_ID, session, c.CREATED_AT, since))
        .orderBy(c.TIMESTAMP_MS, c.CLICK_NUMBER)
        .limit(MOST)
        .fetch(
            row -> {
              int number = row.getClickNumber() == null ? -1 : row.getClickNumber();
              var effect = effects.get(new Caused(row.getPagePerformanceId(), number));
              return new Story.Click(
                  row.getId(),
                  row.getPagePerformanceId(),
                  row.getTimestampMs(),
                  number,
                  row.getElementTag(),
                  row.getElementSelector(),
                  row.getElementText(),
                  or(row.getClickX()),
                  or(row.getClickY()),
                  or(row.getViewportX()),
                  or(row.getViewportY()),
                  row.getFlags(),
                  effect == null ? null : Integer.valueOf(effect.bits()),
                  effect == null ? null : effect.delay(),
                  row.getPlaceX(),
                  row.getPlaceY());
            });
  }

  private Map<Caused, Effect> effects(UUID session, Instant since) {
    var m = PAGE_MOMENTS;
    var effects = new HashMap<Caused, Effect>();
    sql.select(m.PAGE_PERFORMANCE_ID, m.NUMBER, m.DETAIL, m.AMOUNT)
        .from(m)
        .where(of(m.RECORDING_SESSION_ID, session, m.CREATED_AT, since))
        .and(m.KIND.eq("effect"))
        .forEach(
            row ->
                effects.put(
                    new Caused(row.value1(), or(row.value2())),
                    new Effect(
                        or(row.value3()),
                        row.value4() == null ? null : Integer.valueOf(row.value4().intValue()))));
    return effects;
  }

  private List<Story.Movement> movements(UUID session, Instant since) {
    var m = MOUSE_MOVEMENTS;
    return sql.selectFrom(m)
        .where(of(m.RECORDING_SESSION_ID, session, m.CREATED_AT, since))
        .orderBy(m.STARTED_AT)
        .limit(MOST)
        .fetch(
            row ->
                new Story.Movement(
                    row.getPagePerformanceId(),
                    Objects.requireNonNull(row.getStartedAt()).toEpochMilli(),
                    row.getTimestampMs(),
                    points(row.getPositions().data()),
                    row.getTouch()));
  }

  /** A flat list of whole numbers in brackets. */
  static int[] points(String json) {
    String inside = json.replaceAll("[\\[\\]\\s]", "");
    if (inside.isEmpty()) {
      return new int[0];
    }
    return java.util.Arrays.stream(inside.split(",")).mapToInt(Integer::parseInt).toArray();
  }

  private List<Story.Scroll> scrolls(UUID session, Instant since) {
    var s = SCROLL_EVENTS;
    return sql.selectFrom(s)
        .where(of(s.RECORDING_SESSION_ID, session, s.CREATED_AT, since))
        .orderBy(s.TIMESTAMP_MS)
        .limit(MOST)
        .fetch(
            row ->
                new Story.Scroll(
                    row.getPagePerformanceId(),
                    row.getTimestampMs(),
                    row.getScrollY(),
                    or(row.getViewportHeight()),
                    or(row.getDocumentHeight())));
  }

  private List<Story.FormEvent> forms(UUID session, Instant since) {
    var f = FORM_INTERACTIONS;
    return sql.selectFrom(f)
        .where(of(f.RECORDING_SESSION_ID, session, f.CREATED_AT, since))
        .orderBy(f.TIMESTAMP_MS)
        .limit(MOST)
        .fetch(
            row ->
                new Story.FormEvent(
                    row.getId(),
                    row.getPagePerformanceId(),
                    row.getTimestampMs(),
                    first(row.getFormName(), row.getFormId(), row.getFormAction()),
                    first(row.getFieldLabel(), row.getFieldName(), row.getElementSelector()),
                    row.getInteractionType(),
                    row.getFieldValueLength(),
                    row.getIsValid(),
                    row.getFlags()));
  }

  private List<Story.Key> keys(UUID session, Instant since) {
    var k = KEYBOARD_EVENTS;
    return sql.selectFrom(k)
        .where(of(k.RECORDING_SESSION_ID, session, k.CREATED_AT, since))
        .orderBy(k.TIMESTAMP_MS)
        .limit(MOST)
        .fetch(
            row ->
                new Story.Key(
                    row.getTimestampMs(),
                    row.getEventType().equals("keydown"),
                    Objects.requireNonNullElse(row.getKeyName(), "other"),
                    row.getIsRepeat()));
  }

  private List<Story.Request> requests(UUID session, Instant since) {
    var n = NETWORK_REQUESTS;
    return sql.selectFrom(n)
        .where(of(n.RECORDING_SESSION_ID, session, n.CREATED_AT, since))
        .orderBy(n.TIMESTAMP_MS)
        .limit(MOST)
        .fetch(
            row ->
                new Story.Request(
                    row.getId(),
                    row.getPagePerformanceId(),
                    row.getTimestampMs(),
                    row.getUrl(),
                    row.getRequestType(),
                    row.getStatusCode(),
                    row.getDurationMs() == null ? 0 : row.getDurationMs().doubleValue(),
                    row.getSuccess(),
                    row.getClickNumber()));
  }

  private List<Story.JsError> errors(UUID session, Instant since) {
    var e = JAVASCRIPT_ERRORS;
    return sql.selectFrom(e)
        .where(of(e.RECORDING_SESSION_ID, session, e.CREATED_AT, since))
        .orderBy(e.TIMESTAMP_MS)
        .limit(MOST)
        .fetch(
            row ->
                new Story.JsError(
                    row.getId(),
                    row.getPagePerformanceId(),
                    row.getTimestampMs(),
                    row.getErrorMessage(),
                    row.getOrigin()));
  }

  private List<Story.Shift> shifts(UUID session, Instant since) {
    var m = PAGE_MOMENTS;
    return sql.selectFrom(m)
        .where(of(m.RECORDING_SESSION_ID, session, m.CREATED_AT, since))
        .and(m.KIND.eq("layout_shift"))
        .orderBy(m.TIMESTAMP_MS)
        .limit(MOST)
        .fetch(
            row ->
                new Story.Shift(
                    row.getPagePerformanceId(),
                    row.getTimestampMs(),
                    row.getAmount() == null ? 0 : row.getAmount().doubleValue(),
                    row.getNumber(),
                    row.getDetail()));
  }

  private List<Story.Deed> deeds(UUID session, Instant since) {
    var m = PAGE_MOMENTS;
    return sql.selectFrom(m)
        .where(of(m.RECORDING_SESSION_ID, session, m.CREATED_AT, since))
        .and(m.KIND.eq("deed"))
        .orderBy(m.TIMESTAMP_MS)
        .limit(MOST)
        .fetch(
            row ->
                new Story.Deed(
                    row.getPagePerformanceId(),
                    row.getTimestampMs(),
                    or(row.getDetail()),
                    or(row.getNumber())));
  }

  private static @Nullable Double number(@Nullable BigDecimal value) {
    return value == null ? null : Double.valueOf(value.doubleValue());
  }

  private static int or(@Nullable Integer value) {
    return value == null ? 0 : value;
  }

  private static String first(@Nullable String... names) {
    for (String name : names) {
      if (name != null && !name.isBlank()) {
        return name;
      }
    }
    return "";
  }
}
