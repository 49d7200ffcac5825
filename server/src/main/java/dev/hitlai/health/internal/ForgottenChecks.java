package dev.hitlai.health.internal;

import static dev.hitlai.health.internal.jooq.Tables.API_HEALTH_METRICS;
import static dev.hitlai.health.internal.jooq.Tables.DELETED_MONITORS;

import dev.hitlai.health.Monitor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Deletes the single checks of monitors that are gone; for a system's actor. */
@Component
public class ForgottenChecks {
  /** A server may still hand in what it checked before it heard of the deletion. */
  private static final Duration LATE = Duration.ofMinutes(10);

  private final DSLContext sql;
  private final TransactionOperations transactions;
  private final Clock clock;

  ForgottenChecks(DSLContext sql, TransactionOperations transactions, Clock clock) {
    this.sql = sql;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Remembers that a monitor is gone; in the transaction of its deletion. */
  void ofDeleted(Monitor monitor) {
    sql.insertInto(DELETED_MONITORS)
        .set(DELETED_MONITORS.MONITOR_ID, monitor.id())
        .set(DELETED_MONITORS.COMPANY_ID, monitor.companyId())
        .set(DELETED_MONITORS.CREATED_AT, clock.instant())
        .execute();
  }

  /** A day of one monitor at a time, so that no transaction grows long. */
  public void sweep() {
    List<UUID> gone =
        transactions.execute(
            _ ->
                sql.select(DELETED_MONITORS.MONITOR_ID)
                    .from(DELETED_MONITORS)
                    .where(DELETED_MONITORS.CREATED_AT.le(clock.instant().minus(LATE)))
                    .orderBy(DELETED_MONITORS.CREATED_AT)
                    .fetch(DELETED_MONITORS.MONITOR_ID));
    for (var id : gone) {
      boolean more = true;
      while (more) {
        more = Boolean.TRUE.equals(transactions.execute(_ -> deleteADay(id)));
      }
    }
  }

  /** False when nothing was left, which ends the matter. */
  private boolean deleteADay(UUID monitorId) {
    Instant oldest =
        sql.select(DSL.min(API_HEALTH_METRICS.CREATED_AT))
            .from(API_HEALTH_METRICS)
            .where(API_HEALTH_METRICS.MONITOR_ID.eq(monitorId))
            .fetchSingle()
            .value1();
    if (oldest == null) {
      sql.deleteFrom(DELETED_MONITORS).where(DELETED_MONITORS.MONITOR_ID.eq(monitorId)).execute();
      return false;
    }
    Instant next = oldest.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    sql.deleteFrom(API_HEALTH_METRICS)
        .where(API_HEALTH_METRICS.MONITOR_ID.eq(monitorId))
        .and(API_HEALTH_METRICS.CREATED_AT.lt(next))
        .execute();
    return true;
  }
}
