package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.AUDIT_EVENTS;
import static dev.hitlai.identity.internal.jooq.Tables.LOGIN_ATTEMPTS;
import static dev.hitlai.identity.internal.jooq.Tables.ONE_TIME_LINKS;
import static dev.hitlai.identity.internal.jooq.Tables.REFRESH_TOKENS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets what nobody needs to know about accounts any more. */
@Component
class OldRecords {
  private final DSLContext sql;
  private final AccountRetention kept;
  private final Clock clock;

  OldRecords(DSLContext sql, AccountRetention kept, Clock clock) {
    this.sql = sql;
    this.kept = kept;
    this.clock = clock;
  }

  /** How many rows went. */
  @Transactional
  int sweep() {
    int attempts =
        sql.deleteFrom(LOGIN_ATTEMPTS)
            .where(LOGIN_ATTEMPTS.CREATED_AT.lt(before(kept.loginAttempts())))
            .execute();
    int links =
        sql.deleteFrom(ONE_TIME_LINKS)
            .where(ONE_TIME_LINKS.EXPIRES_AT.lt(before(kept.links())))
            .execute();
    int tokens =
        sql.deleteFrom(REFRESH_TOKENS)
            .where(REFRESH_TOKENS.EXPIRES_AT.lt(before(kept.links())))
            .execute();
    int events =
        sql.deleteFrom(AUDIT_EVENTS)
            .where(AUDIT_EVENTS.CREATED_AT.lt(before(kept.audit())))
            .execute();
    return attempts + links + tokens + events;
  }

  private Instant before(int days) {
    return clock.instant().minus(Duration.ofDays(days));
  }
}
