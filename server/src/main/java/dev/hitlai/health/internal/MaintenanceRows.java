package dev.hitlai.health.internal;

import static dev.hitlai.health.internal.jooq.Tables.API_MAINTENANCE_WINDOWS;
import static dev.hitlai.health.internal.jooq.Tables.MONITOR_STATE_CHANGES;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.internal.state.Spans;
import dev.hitlai.health.internal.state.Spans.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When monitors are, were or will be under maintenance. */
@Component
public class MaintenanceRows {
  private final DSLContext sql;

  MaintenanceRows(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * An announced window.
   *
   * @param endpoints ids or endpoints of the platform's monitors; empty means all of them
   */
  public record Window(Instant from, Instant until, Set<String> endpoints) {
    boolean concerns(Monitor monitor) {
      return monitor.companyId() == null
          && (endpoints.isEmpty()
              || endpoints.contains(monitor.endpoint())
              || endpoints.contains(monitor.id().toString()));
    }
  }

  /** Windows that weren't cancelled and reach into a stretch of time. */
  public List<Window> windows(Instant from, Instant until) {
    var begins =
        DSL.coalesce(API_MAINTENANCE_WINDOWS.ACTUAL_START, API_MAINTENANCE_WINDOWS.SCHEDULED_START);
    var ends =
        DSL.coalesce(API_MAINTENANCE_WINDOWS.ACTUAL_END, API_MAINTENANCE_WINDOWS.SCHEDULED_END);
    return sql.select(begins, ends, API_MAINTENANCE_WINDOWS.AFFECTED_ENDPOINTS)
        .from(API_MAINTENANCE_WINDOWS)
        .where(API_MAINTENANCE_WINDOWS.STATUS.ne("cancelled"))
        .and(begins.lt(until))
        .and(ends.gt(from))
        .orderBy(begins)
        .fetch(row -> new Window(row.value1(), row.value2(), Set.of(row.value3())));
  }

  /** What concerns a monitor now: windows, and the switch on the monitor itself. */
  public static Spans now(Monitor monitor, List<Window> windows, Instant now) {
    var spans = of(monitor, windows);
    var pause = monitor.pause();
    if (pause.isOn(now)) {
      @Nullable Instant end = pause.until();
      spans.add(new Span(0, end == null ? Long.MAX_VALUE : end.toEpochMilli()));
    }
    return Spans.of(spans);
  }

  /** What concerned a monitor in the past: windows, and when it was switched on by hand. */
  public Spans past(Monitor monitor, List<Window> windows, Instant from, Instant until) {
    var spans = of(monitor, windows);
    Instant began = null;
    var changes =
        sql.select(MONITOR_STATE_CHANGES.EFFECTIVE_AT, MONITOR_STATE_CHANGES.TO_STATE)
            .from(MONITOR_STATE_CHANGES)
            .where(MONITOR_STATE_CHANGES.MONITOR_ID.eq(monitor.id()))
            .and(MONITOR_STATE_CHANGES.EFFECTIVE_AT.lt(until))
            .and(
                MONITOR_STATE_CHANGES
                    .FROM_STATE
                    .eq("maintenance")
                    .or(MONITOR_STATE_CHANGES.TO_STATE.eq("maintenance")))
            .orderBy(MONITOR_STATE_CHANGES.EFFECTIVE_AT, MONITOR_STATE_CHANGES.ID)
            .fetch();
    for (var change : changes) {
      if (change.value2().equals("maintenance")) {
        began = change.value1();
      } else if (began != null) {
        spans.add(new Span(began.toEpochMilli(), change.value1().toEpochMilli()));
        began = null;
      }
    }
    if (began != null) {
      spans.add(new Span(began.toEpochMilli(), until.toEpochMilli()));
    }
    spans.removeIf(span -> span.until() <= from.toEpochMilli());
    return Spans.of(spans);
  }

  private static List<Span> of(Monitor monitor, List<Window> windows) {
    var spans = new ArrayList<Span>();
    for (var window : windows) {
      if (window.concerns(monitor)) {
        spans.add(new Span(window.from().toEpochMilli(), window.until().toEpochMilli()));
      }
    }
    return spans;
  }
}
