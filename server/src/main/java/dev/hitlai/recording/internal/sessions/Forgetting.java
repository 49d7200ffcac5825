package dev.hitlai.recording.internal.sessions;

import static dev.hitlai.recording.internal.jooq.Tables.RECORDING_BATCHES;
import static dev.hitlai.recording.internal.jooq.Tables.RECORDING_SESSIONS;
import static dev.hitlai.recording.internal.jooq.Tables.SESSION_PLACES;
import static dev.hitlai.recording.internal.jooq.Tables.VELOCITY_ANALYSIS;

import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Erases sessions whole: rows, replay and what was concluded. */
@Component
public class Forgetting {
  private final DSLContext sql;
  private final TransactionOperations transactions;
  private final ReplayFiles files;
  private final Clock clock;

  Forgetting(DSLContext sql, TransactionOperations transactions, ReplayFiles files, Clock clock) {
    this.sql = sql;
    this.transactions = transactions;
    this.files = files;
    this.clock = clock;
  }

  /**
   * The visitor asked to be forgotten: erases the session and refuses what of it comes later. Does
   * nothing for a session that isn't the company's.
   */
  public void forgetAtItsWish(UUID companyId, UUID sessionId) {
    Tenancy.run(
        Actor.system("forget-recording"),
        () ->
            transactions.executeWithoutResult(
                status -> {
                  // Also one that nothing is stored of yet: its batches may still be on their way.
                  sql.insertInto(SESSION_PLACES)
                      .set(SESSION_PLACES.ID, sessionId)
                      .set(SESSION_PLACES.COMPANY_ID, companyId)
                      .set(SESSION_PLACES.SESSION_CREATED_AT, clock.instant())
                      .set(SESSION_PLACES.FORGOTTEN_AT, clock.instant())
                      .onConflictDoNothing()
                      .execute();
                  int own =
                      sql.update(SESSION_PLACES)
                          .set(SESSION_PLACES.FORGOTTEN_AT, clock.instant())
                          .where(SESSION_PLACES.ID.eq(sessionId))
                          .and(SESSION_PLACES.COMPANY_ID.eq(companyId))
                          .execute();
                  if (own > 0) {
                    erase(sessionId);
                  }
                }));
  }

  /** Erases a session and keeps nothing but that its id was used; inside a transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void erase(UUID sessionId) {
    Instant place =
        sql.select(SESSION_PLACES.SESSION_CREATED_AT)
            .from(SESSION_PLACES)
            .where(SESSION_PLACES.ID.eq(sessionId))
            .fetchOne(SESSION_PLACES.SESSION_CREATED_AT);
    if (place == null) {
      return;
    }
    List<String> keys =
        sql.selectDistinct(RECORDING_BATCHES.STORAGE_KEY)
            .from(RECORDING_BATCHES)
            .where(RECORDING_BATCHES.RECORDING_SESSION_ID.eq(sessionId))
            .and(RECORDING_BATCHES.STORAGE_KEY.isNotNull())
            .fetch(RECORDING_BATCHES.STORAGE_KEY);
    for (String table : SessionTables.EVENTS) {
      sql.execute(
          "delete from recording.{0} where recording_session_id = {1} and created_at >= {2}",
          DSL.name(table), DSL.val(sessionId), DSL.val(place));
    }
    sql.deleteFrom(VELOCITY_ANALYSIS).where(VELOCITY_ANALYSIS.SESSION_ID.eq(sessionId)).execute();
    // Page views, batches and signals go with the session.
    sql.deleteFrom(RECORDING_SESSIONS)
        .where(RECORDING_SESSIONS.ID.eq(sessionId))
        .and(RECORDING_SESSIONS.CREATED_AT.eq(place))
        .execute();
    files.deleteAfterCommit(keys);
  }
}
