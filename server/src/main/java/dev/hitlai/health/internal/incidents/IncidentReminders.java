package dev.hitlai.health.internal.incidents;

import static dev.hitlai.health.internal.jooq.Tables.API_INCIDENTS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds of incidents of the platform that have been open for too long; for a system's actor. */
@Component
public class IncidentReminders {
  private final DSLContext sql;
  private final IncidentNotices notices;
  private final Clock clock;

  IncidentReminders(DSLContext sql, IncidentNotices notices, Clock clock) {
    this.sql = sql;
    this.notices = notices;
    this.clock = clock;
  }

  /** How many it reminded of. */
  @Transactional
  public int remind() {
    Instant now = clock.instant();
    var due =
        sql.selectFrom(API_INCIDENTS)
            .where(API_INCIDENTS.STATUS.ne("resolved"))
            .and(API_INCIDENTS.REMINDER_AT.le(now))
            .and(API_INCIDENTS.COMPANY_ID.isNull())
            .forUpdate()
            .skipLocked()
            .fetch();
    due.forEach(
        row -> {
          notices.remind(row, words(Duration.between(row.getStartedAt(), now)));
          row.setLastRemindedAt(now);
          row.setReminderAt(now.plus(IncidentSeverity.of(row.getSeverity()).patience()));
          row.store();
        });
    return due.size();
  }

  private static String words(Duration open) {
    long hours = open.toHours();
    return hours < 48
        ? Math.max(1, hours) + (hours <= 1 ? " hour" : " hours")
        : open.toDays() + " days";
  }
}
