package dev.hitlai.health.internal.maintenance;

import static dev.hitlai.health.internal.jooq.Tables.API_MAINTENANCE_WINDOWS;

import dev.hitlai.health.internal.jooq.tables.records.ApiMaintenanceWindowsRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins, ends and reminds of planned work when its time has come; for a system's actor. The checks
 * go by the schedule themselves, so that a late look here makes nothing late there.
 */
@Component
public class MaintenanceClock {
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration HOUR = Duration.ofHours(1);

  private final DSLContext sql;
  private final Maintenance maintenance;
  private final MaintenanceNotices notices;
  private final Clock clock;

  MaintenanceClock(
      DSLContext sql, Maintenance maintenance, MaintenanceNotices notices, Clock clock) {
    this.sql = sql;
    this.maintenance = maintenance;
    this.notices = notices;
    this.clock = clock;
  }

  @Transactional
  public void look() {
    Instant now = clock.instant();
    due(scheduled().and(API_MAINTENANCE_WINDOWS.SCHEDULED_END.le(now)))
        .forEach(row -> maintenance.finish(row, row.getScheduledEnd()));
    due(scheduled().and(API_MAINTENANCE_WINDOWS.SCHEDULED_START.le(now)))
        .forEach(row -> maintenance.begin(row, row.getScheduledStart()));
    due(API_MAINTENANCE_WINDOWS
            .STATUS
            .eq("in_progress")
            .and(API_MAINTENANCE_WINDOWS.SCHEDULED_END.le(now)))
        .forEach(row -> maintenance.finish(row, row.getScheduledEnd()));
    remind(now);
  }

  private void remind(Instant now) {
    due(scheduled()
            .and(API_MAINTENANCE_WINDOWS.REMINDER_SENT.isFalse())
            .and(API_MAINTENANCE_WINDOWS.SCHEDULED_START.le(now.plus(DAY)))
            // Who announced it later than that has just told everybody.
            .and(API_MAINTENANCE_WINDOWS.SCHEDULED_START.gt(now.plus(HOUR)))
            .and(API_MAINTENANCE_WINDOWS.CREATED_AT.lt(now.minus(HOUR))))
        .forEach(
            row -> {
              notices.remind(row, "in 1 day");
              row.setReminderSent(true);
              row.setReminderSentAt(now);
              row.store();
            });
    due(scheduled()
            .and(API_MAINTENANCE_WINDOWS.LAST_REMINDER_SENT_AT.isNull())
            .and(API_MAINTENANCE_WINDOWS.SCHEDULED_START.le(now.plus(HOUR)))
            .and(API_MAINTENANCE_WINDOWS.CREATED_AT.lt(now.minus(Duration.ofMinutes(10)))))
        .forEach(
            row -> {
              notices.remind(row, "in 1 hour");
              row.setLastReminderSentAt(now);
              row.store();
            });
  }

  private static Condition scheduled() {
    return API_MAINTENANCE_WINDOWS.STATUS.eq("scheduled");
  }

  private Result<ApiMaintenanceWindowsRecord> due(Condition which) {
    return sql.selectFrom(API_MAINTENANCE_WINDOWS).where(which).forUpdate().skipLocked().fetch();
  }
}
