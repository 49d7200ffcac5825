package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.IDEMPOTENCY_KEYS;

import dev.hitlai.api.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What unsafe requests with an Idempotency-Key were answered, kept for a day. */
@Component
class StoredAnswers {
  private static final Duration KEPT = Duration.ofDays(1);

  private final DSLContext sql;
  private final Clock clock;
  private final JsonMapper json;

  StoredAnswers(DSLContext sql, Clock clock, JsonMapper json) {
    this.sql = sql;
    this.clock = clock;
    this.json = json;
  }

  /**
   * A request to be answered once.
   *
   * @param sha256 of method, path, query and body
   */
  record Asked(String key, String method, String path, byte[] sha256) {}

  /** What is known about a request with the same key. */
  sealed interface Known {
    /** Nothing: it is ours to answer, and nobody else's until then. */
    record Fresh(UUID id) implements Known {}

    /** The key belongs to a request with another path or body. */
    record Other() implements Known {}

    /** Somebody is answering it right now. */
    record Underway() implements Known {}

    /** Answered; to be said again. */
    record Answered(int status, @Nullable String contentType, String body) implements Known {}
  }

  /** The headers that are said again with the body. */
  private record Headers(@Nullable String contentType) {}

  @Transactional
  Known claim(Caller caller, Asked asked) {
    Instant now = clock.instant();
    sql.deleteFrom(IDEMPOTENCY_KEYS)
        .where(mine(caller, asked.key()))
        .and(IDEMPOTENCY_KEYS.EXPIRES_AT.le(now))
        .execute();
    UUID id =
        sql.insertInto(IDEMPOTENCY_KEYS)
            .set(IDEMPOTENCY_KEYS.COMPANY_ID, caller.companyId())
            .set(IDEMPOTENCY_KEYS.USER_ID, caller.userId())
            .set(IDEMPOTENCY_KEYS.KEY, asked.key())
            .set(IDEMPOTENCY_KEYS.METHOD, asked.method())
            .set(IDEMPOTENCY_KEYS.PATH, asked.path())
            .set(IDEMPOTENCY_KEYS.REQUEST_SHA256, asked.sha256())
            .set(IDEMPOTENCY_KEYS.EXPIRES_AT, now.plus(KEPT))
            .onConflictDoNothing()
            .returning(IDEMPOTENCY_KEYS.ID)
            .fetchOne(IDEMPOTENCY_KEYS.ID);
    return id != null ? new Known.Fresh(id) : known(caller, asked);
  }

  private Known known(Caller caller, Asked asked) {
    var row = sql.selectFrom(IDEMPOTENCY_KEYS).where(mine(caller, asked.key())).fetchOne();
    if (row == null) {
      // Answered with a failure and forgotten in this very moment; the client may ask again.
      return new Known.Underway();
    }
    if (!Arrays.equals(row.getRequestSha256(), asked.sha256())) {
      return new Known.Other();
    }
    if (row.getCompletedAt() == null) {
      return new Known.Underway();
    }
    var headers = json.readValue(row.getResponseHeaders().data(), Headers.class);
    return new Known.Answered(
        row.getResponseStatus(), headers.contentType(), row.getResponseBody());
  }

  @Transactional
  void keep(UUID id, int status, @Nullable String contentType, String body) {
    sql.update(IDEMPOTENCY_KEYS)
        .set(IDEMPOTENCY_KEYS.RESPONSE_STATUS, status)
        .set(
            IDEMPOTENCY_KEYS.RESPONSE_HEADERS,
            JSONB.valueOf(json.writeValueAsString(new Headers(contentType))))
        .set(IDEMPOTENCY_KEYS.RESPONSE_BODY, body)
        .set(IDEMPOTENCY_KEYS.COMPLETED_AT, clock.instant())
        .where(IDEMPOTENCY_KEYS.ID.eq(id))
        .execute();
  }

  /** Lets the client try again with the same key. */
  @Transactional
  void forget(UUID id) {
    sql.deleteFrom(IDEMPOTENCY_KEYS).where(IDEMPOTENCY_KEYS.ID.eq(id)).execute();
  }

  /** Drops what is older than a day. */
  @Transactional
  int sweep() {
    return sql.deleteFrom(IDEMPOTENCY_KEYS)
        .where(IDEMPOTENCY_KEYS.EXPIRES_AT.le(clock.instant()))
        .execute();
  }

  private static Condition mine(Caller caller, String key) {
    return IDEMPOTENCY_KEYS
        .KEY
        .eq(key)
        .and(IDEMPOTENCY_KEYS.COMPANY_ID.isNotDistinctFrom(caller.companyId()))
        .and(IDEMPOTENCY_KEYS.USER_ID.isNotDistinctFrom(caller.userId()));
  }
}
