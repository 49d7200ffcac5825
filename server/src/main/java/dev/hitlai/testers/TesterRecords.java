package dev.hitlai.testers;

import static dev.hitlai.testers.internal.jooq.Tables.HUMAN_TESTERS;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the roster keeps of a tester's work; written in the transaction of the work itself. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TesterRecords {
  private final DSLContext sql;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TesterRecords(DSLContext sql, ApplicationEventPublisher events, Clock clock) {
    this.sql = sql;
    this.events = events;
    this.clock = clock;
  }

  /**
   * A tester as those see them who work with them.
   *
   * @param userId null when the account was erased
   */
  public record Tester(
      UUID id, @Nullable UUID userId, String displayName, boolean expert, boolean verified) {}

  public Map<UUID, Tester> all(Collection<UUID> testerIds) {
    return sql.selectFrom(HUMAN_TESTERS)
        .where(HUMAN_TESTERS.ID.in(testerIds))
        .fetchMap(
            HUMAN_TESTERS.ID,
            row ->
                new Tester(
                    row.getId(),
                    row.getUserId(),
                    row.getDisplayName(),
                    row.getIsExpert(),
                    row.getIsVerified()));
  }

  /** Work was offered: the tester goes to the end of the queue. */
  public void offered(UUID testerId) {
    sql.update(HUMAN_TESTERS)
        .set(HUMAN_TESTERS.WAITING_SINCE, clock.instant())
        .where(HUMAN_TESTERS.ID.eq(testerId))
        .execute();
  }

  /** The tester did something; nothing else changes. */
  public void active(UUID testerId) {
    sql.update(HUMAN_TESTERS)
        .set(HUMAN_TESTERS.LAST_ACTIVE_AT, clock.instant())
        .where(HUMAN_TESTERS.ID.eq(testerId))
        .execute();
  }

  /** A test was accepted; the first one verifies the tester. */
  public void accepted(UUID testerId) {
    var now = clock.instant();
    Integer completed =
        sql.update(HUMAN_TESTERS)
            .set(HUMAN_TESTERS.TESTS_COMPLETED, HUMAN_TESTERS.TESTS_COMPLETED.plus(1))
            .set(
                HUMAN_TESTERS.VERIFIED_AT,
                org.jooq.impl.DSL.coalesce(HUMAN_TESTERS.VERIFIED_AT, org.jooq.impl.DSL.val(now)))
            .set(HUMAN_TESTERS.IS_VERIFIED, true)
            .set(HUMAN_TESTERS.LAST_ACTIVE_AT, now)
            .where(HUMAN_TESTERS.ID.eq(testerId))
            .returning(HUMAN_TESTERS.TESTS_COMPLETED)
            .fetchOne(HUMAN_TESTERS.TESTS_COMPLETED);
    if (completed != null) {
      events.publishEvent(new TestAccepted(testerId, completed, now));
    }
  }

  /**
   * @param average of all ratings that count, 1 to 5; null when none does
   */
  public void rated(UUID testerId, @Nullable BigDecimal average) {
    sql.update(HUMAN_TESTERS)
        .set(HUMAN_TESTERS.AVERAGE_RATING, average)
        .where(HUMAN_TESTERS.ID.eq(testerId))
        .execute();
  }
}
