package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.ONE_TIME_LINKS;

import dev.hitlai.identity.internal.jooq.tables.records.OneTimeLinksRecord;
import dev.hitlai.platform.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Links that work once and not for ever; inside the caller's transaction. */
@Component
class OneTimeLinks {
  /** What a link is for; the words of {@code one_time_links.purpose}. */
  enum Purpose {
    FIRST_ADMIN("first_admin"),
    EMAIL_VERIFICATION("email_verification"),
    EMAIL_CHANGE("email_change"),
    PASSWORD_RESET("password_reset"),
    ERASURE_CANCEL("erasure_cancel"),
    INVITATION("invitation");

    private final String word;

    Purpose(String word) {
      this.word = word;
    }
  }

  private final DSLContext sql;
  private final Clock clock;

  OneTimeLinks(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Whom a link is for. */
  record Target(
      @Nullable UUID userId,
      @Nullable UUID companyId,
      @Nullable String email,
      @Nullable UUID createdBy,
      JSONB payload) {
    static final Target NOBODY = new Target(null, null, null, null, JSONB.valueOf("{}"));

    /** A person, at one of their addresses. */
    static Target person(UUID userId, String email) {
      return new Target(userId, null, email, userId, JSONB.valueOf("{}"));
    }
  }

  /** Makes a link; returns its token, which is kept as a hash only. */
  String make(Purpose purpose, Target target, Duration lifetime) {
    String token = Secrets.token();
    sql.insertInto(ONE_TIME_LINKS)
        .set(ONE_TIME_LINKS.PURPOSE, purpose.word)
        .set(ONE_TIME_LINKS.TOKEN_SHA256, Secrets.sha256(token))
        .set(ONE_TIME_LINKS.USER_ID, target.userId())
        .set(ONE_TIME_LINKS.COMPANY_ID, target.companyId())
        .set(ONE_TIME_LINKS.EMAIL, target.email())
        .set(ONE_TIME_LINKS.CREATED_BY, target.createdBy())
        .set(ONE_TIME_LINKS.PAYLOAD, target.payload())
        .set(ONE_TIME_LINKS.EXPIRES_AT, clock.instant().plus(lifetime))
        .set(ONE_TIME_LINKS.CREATED_AT, clock.instant())
        .execute();
    return token;
  }

  /** A link that still works, locked so that only one can use it. */
  Optional<OneTimeLinksRecord> find(Purpose purpose, String token) {
    return sql.selectFrom(ONE_TIME_LINKS)
        .where(ONE_TIME_LINKS.TOKEN_SHA256.eq(Secrets.sha256(token)))
        .and(ONE_TIME_LINKS.PURPOSE.eq(purpose.word))
        .and(ONE_TIME_LINKS.USED_AT.isNull())
        .and(ONE_TIME_LINKS.EXPIRES_AT.gt(clock.instant()))
        .forUpdate()
        .fetchOptional();
  }

  void use(OneTimeLinksRecord link) {
    link.setUsedAt(clock.instant());
    link.store();
  }

  /** Ends the unused links of a purpose, because a newer one takes their place. */
  void end(Purpose purpose) {
    sql.update(ONE_TIME_LINKS)
        .set(ONE_TIME_LINKS.USED_AT, clock.instant())
        .where(ONE_TIME_LINKS.PURPOSE.eq(purpose.word))
        .and(ONE_TIME_LINKS.USED_AT.isNull())
        .execute();
  }

  /** The same for one person. */
  void end(Purpose purpose, UUID userId) {
    sql.update(ONE_TIME_LINKS)
        .set(ONE_TIME_LINKS.USED_AT, clock.instant())
        .where(ONE_TIME_LINKS.PURPOSE.eq(purpose.word))
        .and(ONE_TIME_LINKS.USER_ID.eq(userId))
        .and(ONE_TIME_LINKS.USED_AT.isNull())
        .execute();
  }
}
