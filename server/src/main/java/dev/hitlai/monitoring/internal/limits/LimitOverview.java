package dev.hitlai.monitoring.internal.limits;

import static dev.hitlai.monitoring.internal.jooq.Tables.API_RATE_LIMITS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.RateLimits;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is near or over a limit, and letting them in again. */
@Component
public class LimitOverview {
  private static final Duration KEPT = Duration.ofDays(2);

  private final DSLContext sql;
  private final RateLimits limits;
  private final Audit audit;
  private final Clock clock;

  LimitOverview(DSLContext sql, RateLimits limits, Audit audit, Clock clock) {
    this.sql = sql;
    this.limits = limits;
    this.audit = audit;
    this.clock = clock;
  }

  /** Which standings. */
  public enum Show {
    /** Refused and not let in again yet. */
    BLOCKED,
    /** At four fifths of the limit or more, in a window that runs. */
    NEAR,
    /** Refused in the last two days. */
    REFUSED,
    ALL
  }

  /** A caller at a limit in one window. */
  public record Row(
      UUID id,
      String endpoint,
      String caller,
      @Nullable UUID userId,
      @Nullable UUID companyId,
      int requests,
      int refused,
      int limit,
      int minutes,
      Instant from,
      @Nullable Instant blockedUntil,
      @Nullable Instant unblockedAt) {}

  @Transactional(readOnly = true)
  public List<Row> list(Show show, int size, long offset) {
    var t = API_RATE_LIMITS;
    return sql.selectFrom(t)
        .where(which(show))
        .orderBy(t.WINDOW_START.desc(), t.REFUSED_COUNT.desc(), t.REQUEST_COUNT.desc(), t.ID)
        .limit(size)
        .offset(offset)
        .fetch(
            row ->
                new Row(
                    row.getId(),
                    row.getEndpoint(),
                    row.getIpAddress() != null
                        ? row.getIpAddress()
                        : row.getBucket().substring(row.getBucket().indexOf('|') + 1),
                    row.getUserId(),
                    row.getCompanyId(),
                    row.getRequestCount(),
                    row.getRefusedCount(),
                    row.getMaxRequests(),
                    row.getWindowMinutes(),
                    row.getWindowStart(),
                    blocked(row.getIsBlocked(), row.getBlockedUntil()),
                    row.getUnblockedAt()));
  }

  private @Nullable Instant blocked(boolean blocked, @Nullable Instant until) {
    return blocked && until != null && until.isAfter(clock.instant()) ? until : null;
  }

  @Transactional(readOnly = true)
  public int count(Show show) {
    return sql.fetchCount(API_RATE_LIMITS, which(show));
  }

  private Condition which(Show show) {
    var t = API_RATE_LIMITS;
    Instant now = clock.instant();
    return switch (show) {
      case BLOCKED -> t.IS_BLOCKED.isTrue().and(t.BLOCKED_UNTIL.gt(now));
      case NEAR -> t.WINDOW_END.gt(now).and(t.REQUEST_COUNT.mul(5).ge(t.MAX_REQUESTS.mul(4)));
      case REFUSED -> t.REFUSED_COUNT.gt(0).and(t.WINDOW_END.gt(now.minus(KEPT)));
      case ALL -> DSL.noCondition();
    };
  }

  /**
   * Gives the caller the whole limit back.
   *
   * @throws ApiProblem when there is no such standing any more
   */
  @Transactional
  public void unblock(CurrentUser by, UUID id) {
    var row =
        sql.selectFrom(API_RATE_LIMITS).where(API_RATE_LIMITS.ID.eq(id)).forUpdate().fetchOne();
    if (row == null) {
      throw ApiProblem.notFound("This standing has been forgotten; look again.");
    }
    sql.update(API_RATE_LIMITS)
        .set(API_RATE_LIMITS.IS_BLOCKED, false)
        .setNull(API_RATE_LIMITS.BLOCKED_UNTIL)
        .set(API_RATE_LIMITS.UNBLOCKED_AT, clock.instant())
        .set(API_RATE_LIMITS.UNBLOCKED_BY, by.userId())
        .where(API_RATE_LIMITS.BUCKET.eq(row.getBucket()))
        .and(API_RATE_LIMITS.IS_BLOCKED.isTrue())
        .execute();
    audit.note(by, "rate_limit.unblocked", "rate_limit", id);
    limits.forgive(row.getBucket());
  }

  /** Drops windows that are long over. */
  @Transactional
  public int forgetOld() {
    return sql.deleteFrom(API_RATE_LIMITS)
        .where(API_RATE_LIMITS.WINDOW_END.lt(clock.instant().minus(KEPT)))
        .execute();
  }
}
