package dev.hitlai.programs.internal;

import static dev.hitlai.programs.internal.jooq.Tables.TESTER_EQUITY_VESTING;

import dev.hitlai.programs.TesterTier.Step;
import dev.hitlai.programs.internal.ProgramEvents.Vested;
import dev.hitlai.testers.TestAccepted;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Equity of founding testers: vests with their completed tests, each step once. */
@Component
public class Vesting {
  private final DSLContext sql;
  private final TesterSpots spots;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Vesting(DSLContext sql, TesterSpots spots, ApplicationEventPublisher events, Clock clock) {
    this.sql = sql;
    this.spots = spots;
    this.events = events;
    this.clock = clock;
  }

  /**
   * A step that was reached.
   *
   * @param share of the grant with all steps before, 0 to 1
   * @param equityPercent the same in percent of the platform
   */
  public record Reached(int tests, BigDecimal share, BigDecimal equityPercent, Instant at) {}

  /** Inside the transaction of the test, so that no test is counted without its step. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(TestAccepted accepted) {
    spots.active(accepted.testerId()).ifPresent(spot -> vest(spot, accepted.testsCompleted()));
  }

  void vest(TesterSpots.Membership spot, int testsCompleted) {
    UUID tester = Objects.requireNonNull(spot.testerId(), "a spot that somebody has");
    for (Step step : spot.tier().vesting()) {
      if (step.tests() > testsCompleted) {
        return;
      }
      BigDecimal percent = spot.equityPercent().multiply(step.share());
      int written =
          sql.insertInto(TESTER_EQUITY_VESTING)
              .set(TESTER_EQUITY_VESTING.FOUNDING_TESTER_ID, spot.id())
              .set(TESTER_EQUITY_VESTING.TESTER_ID, tester)
              .set(TESTER_EQUITY_VESTING.TESTS_REQUIRED, step.tests())
              .set(TESTER_EQUITY_VESTING.TESTS_COMPLETED, testsCompleted)
              .set(TESTER_EQUITY_VESTING.VESTED_SHARE, step.share())
              .set(TESTER_EQUITY_VESTING.EQUITY_PERCENT, percent)
              .set(TESTER_EQUITY_VESTING.VESTED_AT, clock.instant())
              .set(TESTER_EQUITY_VESTING.CREATED_AT, clock.instant())
              .onConflictDoNothing()
              .execute();
      if (written == 1) {
        events.publishEvent(new Vested(tester, spot.id(), step.tests(), step.share(), percent));
      }
    }
  }

  /** The steps that a spot has reached, the first one first. */
  @Transactional(readOnly = true)
  public List<Reached> of(UUID membershipId) {
    return sql.selectFrom(TESTER_EQUITY_VESTING)
        .where(TESTER_EQUITY_VESTING.FOUNDING_TESTER_ID.eq(membershipId))
        .orderBy(TESTER_EQUITY_VESTING.TESTS_REQUIRED)
        .fetch(
            row ->
                new Reached(
                    row.getTestsRequired(),
                    row.getVestedShare(),
                    row.getEquityPercent(),
                    row.getVestedAt()));
  }
}
