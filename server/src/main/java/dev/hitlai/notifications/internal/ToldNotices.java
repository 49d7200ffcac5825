package dev.hitlai.notifications.internal;

import static dev.hitlai.notifications.internal.jooq.Tables.TOLD_NOTICES;

import dev.hitlai.notifications.Notice;
import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Remembers what was told to whom. */
@Component
public class ToldNotices {
  private final DSLContext sql;
  private final Clock clock;

  ToldNotices(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Of two transactions that tell the same at once, the second waits for the first. */
  boolean isNew(String audience, Notice notice) {
    return sql.insertInto(TOLD_NOTICES)
            .set(TOLD_NOTICES.AUDIENCE, audience)
            .set(TOLD_NOTICES.NOTICE_KEY, notice.key())
            .set(TOLD_NOTICES.EVENT, notice.event())
            .set(TOLD_NOTICES.CREATED_AT, clock.instant())
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  int forget(Duration age) {
    return sql.deleteFrom(TOLD_NOTICES)
        .where(TOLD_NOTICES.CREATED_AT.lt(clock.instant().minus(age)))
        .execute();
  }
}
