package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.USERS;

import java.time.Clock;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Ends every login of a person: pages, programs and the tokens they hold right now. */
@Component
class Endings {
  private final DSLContext sql;
  private final RefreshTokens tokens;
  private final BrowserSessions browsers;
  private final Clock clock;

  Endings(DSLContext sql, RefreshTokens tokens, BrowserSessions browsers, Clock clock) {
    this.sql = sql;
    this.tokens = tokens;
    this.browsers = browsers;
    this.clock = clock;
  }

  /**
   * Inside the caller's transaction, which sees the account.
   *
   * @param reason as in {@code refresh_tokens.revoked_reason}
   */
  void all(UUID person, String reason) {
    allBut(person, "", reason);
  }

  /**
   * The same but for one session, which has to be renewed to count on.
   *
   * @param kept key of the session
   */
  void allBut(UUID person, String kept, String reason) {
    sql.update(USERS)
        .set(USERS.LOGINS_ENDED_AT, clock.instant())
        .where(USERS.ID.eq(person))
        .execute();
    tokens.endAll(person, reason);
    browsers.endOthers(person, kept);
  }
}
