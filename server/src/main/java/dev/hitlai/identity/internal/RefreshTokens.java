package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.REFRESH_TOKENS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;

import dev.hitlai.platform.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tokens that renew a login. Each works once and is replaced by the next of its family; whoever
 * shows one again shows that it was stolen, and the whole family ends.
 */
@Component
class RefreshTokens {
  private final DSLContext sql;
  private final Privileged privileged;
  private final Clock clock;
  private final Duration lifetime;

  RefreshTokens(DSLContext sql, Privileged privileged, Clock clock, IdentitySettings settings) {
    this.sql = sql;
    this.privileged = privileged;
    this.clock = clock;
    this.lifetime = settings.refreshToken();
  }

  /**
   * @param since when the login was that the family began with
   */
  record Renewed(UUID userId, String token, Instant since) {}

  /** Begins a family. */
  String begin(UUID userId, Client client) {
    return privileged.step(
        "refresh-token", () -> insert(userId, UUID.randomUUID(), client).token());
  }

  /** Replaces a token; null when it isn't good any more. */
  @Nullable Renewed renew(String token, Client client) {
    return privileged
        .step("refresh-token", () -> java.util.Optional.ofNullable(rotate(token, client)))
        .orElse(null);
  }

  /** Ends the login that the token belongs to; an unknown token ends nothing. */
  void end(String token) {
    privileged.step(
        "logout",
        () -> {
          UUID family =
              sql.select(REFRESH_TOKENS.FAMILY_ID)
                  .from(REFRESH_TOKENS)
                  .where(REFRESH_TOKENS.TOKEN_SHA256.eq(Secrets.sha256(token)))
                  .fetchOne(REFRESH_TOKENS.FAMILY_ID);
          return family == null ? 0 : revoke(REFRESH_TOKENS.FAMILY_ID.eq(family), "logout");
        });
  }

  /** Ends all logins of a person; inside the caller's transaction. */
  void endAll(UUID userId, String reason) {
    revoke(REFRESH_TOKENS.USER_ID.eq(userId), reason);
  }

  /** A login of a program: a family that can still be renewed. */
  record Family(
      UUID id, Instant since, Instant lastSeen, @Nullable String agent, @Nullable String address) {}

  /** Of a person; inside the caller's transaction. */
  List<Family> of(UUID userId) {
    var older = REFRESH_TOKENS.as("older");
    return sql.select(
            REFRESH_TOKENS.FAMILY_ID,
            field(
                select(min(older.CREATED_AT))
                    .from(older)
                    .where(older.FAMILY_ID.eq(REFRESH_TOKENS.FAMILY_ID))),
            REFRESH_TOKENS.CREATED_AT,
            REFRESH_TOKENS.USER_AGENT,
            REFRESH_TOKENS.IP_ADDRESS)
        .from(REFRESH_TOKENS)
        .where(REFRESH_TOKENS.USER_ID.eq(userId))
        .and(REFRESH_TOKENS.REVOKED_AT.isNull())
        .and(REFRESH_TOKENS.ROTATED_AT.isNull())
        .and(REFRESH_TOKENS.EXPIRES_AT.gt(clock.instant()))
        .fetch(
            row ->
                new Family(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
  }

  /** Ends one login of a person; inside the caller's transaction. Whether there was one. */
  boolean end(UUID userId, UUID family) {
    return revoke(
            REFRESH_TOKENS.FAMILY_ID.eq(family).and(REFRESH_TOKENS.USER_ID.eq(userId)),
            "signed_out")
        > 0;
  }

  private @Nullable Renewed rotate(String token, Client client) {
    var known =
        sql.selectFrom(REFRESH_TOKENS)
            .where(REFRESH_TOKENS.TOKEN_SHA256.eq(Secrets.sha256(token)))
            .forUpdate()
            .fetchOne();
    if (known == null || known.getRevokedAt() != null) {
      return null;
    }
    if (known.getRotatedAt() != null) {
      revoke(REFRESH_TOKENS.FAMILY_ID.eq(known.getFamilyId()), "reuse");
      return null;
    }
    if (!known.getExpiresAt().isAfter(clock.instant())) {
      return null;
    }
    var next = insert(known.getUserId(), known.getFamilyId(), client);
    sql.update(REFRESH_TOKENS)
        .set(REFRESH_TOKENS.ROTATED_AT, clock.instant())
        .set(REFRESH_TOKENS.REPLACED_BY, next.id())
        .where(REFRESH_TOKENS.ID.eq(known.getId()))
        .execute();
    return new Renewed(known.getUserId(), next.token(), known.getCreatedAt());
  }

  private record Inserted(UUID id, String token) {}

  private Inserted insert(UUID userId, UUID family, Client client) {
    String token = Secrets.token();
    UUID id =
        sql.insertInto(REFRESH_TOKENS)
            .set(REFRESH_TOKENS.USER_ID, userId)
            .set(REFRESH_TOKENS.FAMILY_ID, family)
            .set(REFRESH_TOKENS.TOKEN_SHA256, Secrets.sha256(token))
            .set(REFRESH_TOKENS.EXPIRES_AT, clock.instant().plus(lifetime))
            .set(REFRESH_TOKENS.CREATED_AT, clock.instant())
            .set(REFRESH_TOKENS.USER_AGENT, client.userAgent())
            .set(REFRESH_TOKENS.IP_ADDRESS, client.address())
            .returning(REFRESH_TOKENS.ID)
            .fetchSingle(REFRESH_TOKENS.ID);
    return new Inserted(id, token);
  }

  private int revoke(Condition which, String reason) {
    return sql.update(REFRESH_TOKENS)
        .set(REFRESH_TOKENS.REVOKED_AT, clock.instant())
        .set(REFRESH_TOKENS.REVOKED_REASON, reason)
        .where(which)
        .and(REFRESH_TOKENS.REVOKED_AT.isNull())
        .execute();
  }
}
