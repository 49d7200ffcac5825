package dev.hitlai.recording.internal.bots;

import static dev.hitlai.recording.internal.jooq.Tables.VELOCITY_ANALYSIS;

import dev.hitlai.billing.Earnings;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testing.EarningReferences;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps back what a tester earned by a session that looks like a program's, until somebody has
 * decided. A tester may earn after the session was looked at: those are caught up with.
 */
@Component
public class PayoutHolds {
  private static final Logger LOG = LoggerFactory.getLogger(PayoutHolds.class);
  private static final Duration WATCHED = Duration.ofDays(30);
  private static final String REASON =
      "A recording of this test is looked into; nothing is decided yet.";

  private final DSLContext sql;
  private final Earnings earnings;
  private final EarningReferences references;
  private final TransactionOperations transactions;
  private final Clock clock;

  PayoutHolds(
      DSLContext sql,
      Earnings earnings,
      EarningReferences references,
      TransactionOperations transactions,
      Clock clock) {
    this.sql = sql;
    this.earnings = earnings;
    this.references = references;
    this.transactions = transactions;
    this.clock = clock;
  }

  private boolean hold(UUID analysis, UUID testRunId, UUID testerId) {
    String reference = references.of(testRunId, testerId).orElse(null);
    if (reference == null || !earnings.isEarned(reference)) {
      return false;
    }
    sql.update(VELOCITY_ANALYSIS)
        .set(VELOCITY_ANALYSIS.PAYOUT_HELD_AT, clock.instant())
        .where(VELOCITY_ANALYSIS.ID.eq(analysis))
        .execute();
    return earnings.hold(reference, REASON);
  }

  /** Gives back, or takes for good, what is held for a session. */
  @Transactional(propagation = Propagation.MANDATORY)
  void end(@Nullable UUID testRunId, @Nullable UUID testerId, boolean honest) {
    if (testRunId == null || testerId == null) {
      return;
    }
    references
        .of(testRunId, testerId)
        .ifPresent(
            reference -> {
              if (honest) {
                earnings.release(reference, "The recording was looked into and is in order.");
              } else {
                earnings.forfeit(reference, "The recording shows that no person did this test.");
              }
            });
  }

  /** Holds what was earned by sessions that nobody has decided on. */
  public void catchUp() {
    var v = VELOCITY_ANALYSIS;
    Tenancy.run(
        Actor.system("bot-holds"),
        () -> {
          var open =
              transactions.execute(
                  status ->
                      sql.select(v.ID, v.TEST_RUN_ID, v.TESTER_ID)
                          .from(v)
                          .where(v.FLAGGED_FOR_REVIEW)
                          .and(v.REVIEW_DECISION.isNull())
                          .and(v.TESTER_ID.isNotNull())
                          .and(v.TEST_RUN_ID.isNotNull())
                          .and(v.PAYOUT_HELD_AT.isNull())
                          .and(v.CREATED_AT.gt(clock.instant().minus(WATCHED)))
                          .limit(500)
                          .fetch());
          for (var row : open) {
            if (Boolean.TRUE.equals(
                transactions.execute(status -> hold(row.value1(), row.value2(), row.value3())))) {
              LOG.info("Held what was earned by run {}", row.value2());
            }
          }
        });
  }
}
