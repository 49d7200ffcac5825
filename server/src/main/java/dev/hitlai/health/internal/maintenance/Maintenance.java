package dev.hitlai.health.internal.maintenance;

import static dev.hitlai.health.internal.jooq.Tables.API_MAINTENANCE_WINDOWS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.health.internal.jooq.tables.records.ApiMaintenanceWindowsRecord;
import dev.hitlai.health.internal.maintenance.MaintenanceTold.Kind;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Planned work as administrators make and change it. */
@Component
public class Maintenance {
  private final DSLContext sql;
  private final WindowRows rows;
  private final WindowInput input;
  private final Affected affected;
  private final MaintenanceNotices notices;
  private final Audit audit;
  private final Clock clock;

  Maintenance(
      DSLContext sql,
      WindowRows rows,
      WindowInput input,
      Affected affected,
      MaintenanceNotices notices,
      Audit audit,
      Clock clock) {
    this.sql = sql;
    this.rows = rows;
    this.input = input;
    this.affected = affected;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What work shall be, as somebody entered it.
   *
   * @param affected ids or endpoints of monitors; empty means all
   * @param start may be in the past: then uptime is counted anew
   */
  public record Wish(
      String title,
      String description,
      List<String> affected,
      String impact,
      @Nullable Instant start,
      @Nullable Instant end,
      String publicMessage,
      String internalNotes) {}

  /** Which ones a list shows. */
  public enum Shown {
    ALL,
    OPEN,
    PAST
  }

  @Transactional(readOnly = true)
  public List<Window> list(Shown shown, int limit, long offset) {
    var order =
        shown == Shown.OPEN
            ? API_MAINTENANCE_WINDOWS.SCHEDULED_START.asc()
            : API_MAINTENANCE_WINDOWS.SCHEDULED_START.desc();
    return rows.list(which(shown), order, limit, offset);
  }

  @Transactional(readOnly = true)
  public int count(Shown shown) {
    return rows.count(which(shown));
  }

  private static Condition which(Shown shown) {
    return switch (shown) {
      case ALL -> DSL.noCondition();
      case OPEN -> API_MAINTENANCE_WINDOWS.STATUS.in("scheduled", "in_progress");
      case PAST -> API_MAINTENANCE_WINDOWS.STATUS.in("completed", "cancelled");
    };
  }

  /**
   * @throws ApiProblem when there is none
   */
  @Transactional(readOnly = true)
  public Window find(UUID id) {
    return rows.find(id).orElseThrow(Maintenance::none);
  }

  /** Work of the past is completed at once, and nobody is told. */
  @Transactional
  public Window plan(CurrentUser by, Wish wish) {
    var row = sql.newRecord(API_MAINTENANCE_WINDOWS);
    Instant now = clock.instant();
    row.setCreatedBy(by.userId());
    row.setCreatedAt(now);
    input.fill(row, wish);
    boolean past = !row.getScheduledEnd().isAfter(now);
    if (past) {
      complete(row, row.getScheduledStart(), row.getScheduledEnd());
    }
    row.store();
    row.refresh();
    var window = WindowRows.read(row);
    affected.changed(null, window);
    if (!past) {
      notices.announced(row);
    }
    audit.note(by, "maintenance.planned", "maintenance_window", row.getId());
    return window;
  }

  /** Also of work that began or ended: then its times are what really was. */
  @Transactional
  public Window change(CurrentUser by, UUID id, Wish wish) {
    var row = rows.locked(id).orElseThrow(Maintenance::none);
    var before = WindowRows.read(row);
    if (before.status() == Window.Status.CANCELLED) {
      throw ApiProblem.conflict("What was cancelled stays so; plan it anew.");
    }
    input.fill(row, wish);
    boolean moved =
        !before.scheduledStart().equals(row.getScheduledStart())
            || !before.scheduledEnd().equals(row.getScheduledEnd());
    if (moved) {
      adjust(row, before);
    }
    row.store();
    var after = WindowRows.read(row);
    affected.changed(before, after);
    if (moved && after.isOpen()) {
      notices.told(row, Kind.CHANGED);
    }
    audit.note(by, "maintenance.changed", "maintenance_window", id);
    return after;
  }

  private void adjust(ApiMaintenanceWindowsRecord row, Window before) {
    switch (before.status()) {
      case SCHEDULED -> {
        row.setReminderSent(false);
        row.setReminderSentAt(null);
        row.setLastReminderSentAt(null);
      }
      case IN_PROGRESS -> row.setActualStart(row.getScheduledStart());
      case COMPLETED -> complete(row, row.getScheduledStart(), row.getScheduledEnd());
      case CANCELLED -> {}
    }
  }

  /** Begins at once, before its time. */
  @Transactional
  public Window begin(CurrentUser by, UUID id) {
    var row = rows.locked(id).orElseThrow(Maintenance::none);
    if (!row.getStatus().equals(Window.Status.SCHEDULED.code())) {
      throw ApiProblem.conflict("Only scheduled work begins.");
    }
    return move(by, row, "maintenance.begun", () -> begin(row, clock.instant()));
  }

  /** Ends at once, before its time. */
  @Transactional
  public Window end(CurrentUser by, UUID id) {
    var row = rows.locked(id).orElseThrow(Maintenance::none);
    if (!row.getStatus().equals(Window.Status.IN_PROGRESS.code())) {
      throw ApiProblem.conflict("Only work in progress ends.");
    }
    return move(by, row, "maintenance.ended", () -> finish(row, clock.instant()));
  }

  @Transactional
  public Window cancel(CurrentUser by, UUID id) {
    var row = rows.locked(id).orElseThrow(Maintenance::none);
    if (!row.getStatus().equals(Window.Status.SCHEDULED.code())) {
      throw ApiProblem.conflict("Only scheduled work is cancelled; end what is in progress.");
    }
    return move(
        by,
        row,
        "maintenance.cancelled",
        () -> {
          row.setStatus(Window.Status.CANCELLED.code());
          row.setCancelledAt(clock.instant());
          row.store();
          notices.told(row, Kind.CANCELLED);
        });
  }

  private Window move(
      CurrentUser by, ApiMaintenanceWindowsRecord row, String action, Runnable work) {
    var before = WindowRows.read(row);
    work.run();
    var after = WindowRows.read(row);
    affected.changed(before, after);
    audit.note(by, action, "maintenance_window", row.getId());
    return after;
  }

  void begin(ApiMaintenanceWindowsRecord row, Instant at) {
    row.setStatus(Window.Status.IN_PROGRESS.code());
    row.setActualStart(at);
    if (!row.getScheduledEnd().isAfter(at)) {
      throw ApiProblem.conflict("Its end has passed; change its times first.");
    }
    row.store();
    notices.told(row, Kind.BEGUN);
  }

  void finish(ApiMaintenanceWindowsRecord row, Instant at) {
    Instant began = row.getActualStart() == null ? row.getScheduledStart() : row.getActualStart();
    complete(row, began, at.isBefore(began) ? began : at);
    row.store();
    notices.told(row, Kind.ENDED);
  }

  private static void complete(ApiMaintenanceWindowsRecord row, Instant from, Instant until) {
    row.setStatus(Window.Status.COMPLETED.code());
    row.setActualStart(from);
    row.setActualEnd(until);
    row.setDurationMinutes((int) java.time.Duration.between(from, until).toMinutes());
  }

  private static ApiProblem none() {
    return ApiProblem.notFound("No maintenance window has this id.");
  }
}
