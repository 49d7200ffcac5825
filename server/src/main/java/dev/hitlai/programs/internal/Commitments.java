package dev.hitlai.programs.internal;

import static dev.hitlai.programs.internal.jooq.Tables.EARLY_ADOPTER_COMPANIES;

import dev.hitlai.programs.internal.CompanySpots.Membership;
import dev.hitlai.programs.internal.ProgramEvents.CommitmentMet;
import dev.hitlai.programs.internal.ProgramEvents.CommitmentMissed;
import dev.hitlai.programs.internal.ProgramEvents.CommitmentNear;
import dev.hitlai.testing.TestRunCompleted;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tests that early adopters planned, against their deadline. */
@Component
public class Commitments {
  /** Days before the deadline on which a company that is behind is reminded. */
  private static final List<Integer> REMINDERS = List.of(7, 30);

  private final DSLContext sql;
  private final CompanySpots spots;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Commitments(DSLContext sql, CompanySpots spots, ApplicationEventPublisher events, Clock clock) {
    this.sql = sql;
    this.spots = spots;
    this.events = events;
    this.clock = clock;
  }

  /** Before what holds the platform's total, so that nobody waits for us while holding that. */
  @EventListener
  @Order(0)
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(TestRunCompleted test) {
    var counted =
        sql.fetchSingle(
            "select membership, met from programs.count_completed(?, cast(? as timestamptz))",
            test.companyId(),
            test.at().atOffset(ZoneOffset.UTC));
    UUID membership = counted.get(0, UUID.class);
    if (membership != null && Boolean.TRUE.equals(counted.get(1, Boolean.class))) {
      spots.find(membership).ifPresent(spot -> events.publishEvent(new CommitmentMet(spot)));
    }
  }

  /** Reminds, and notes what was missed; asked by a job. */
  @Transactional
  public void look() {
    var now = clock.instant();
    for (Membership late :
        spots.list(open().and(EARLY_ADOPTER_COMPANIES.COMMITMENT_DUE_AT.lt(now)))) {
      int missed =
          sql.update(EARLY_ADOPTER_COMPANIES)
              .set(EARLY_ADOPTER_COMPANIES.COMMITMENT_STATUS, "missed")
              .where(EARLY_ADOPTER_COMPANIES.ID.eq(late.id()).and(open()))
              .execute();
      if (missed == 1) {
        events.publishEvent(new CommitmentMissed(late));
      }
    }
    for (int days : REMINDERS) {
      remind(days);
    }
  }

  private void remind(int days) {
    var soon = clock.instant().plus(Duration.ofDays(days));
    var notYet =
        EARLY_ADOPTER_COMPANIES
            .REMINDED_DAYS
            .isNull()
            .or(EARLY_ADOPTER_COMPANIES.REMINDED_DAYS.gt(days));
    var due = open().and(EARLY_ADOPTER_COMPANIES.COMMITMENT_DUE_AT.lt(soon)).and(notYet);
    for (Membership near : spots.list(due)) {
      int reminded =
          sql.update(EARLY_ADOPTER_COMPANIES)
              .set(EARLY_ADOPTER_COMPANIES.REMINDED_DAYS, days)
              .where(EARLY_ADOPTER_COMPANIES.ID.eq(near.id()).and(notYet))
              .execute();
      if (reminded == 1) {
        events.publishEvent(new CommitmentNear(near, days));
      }
    }
  }

  private static Condition open() {
    return EARLY_ADOPTER_COMPANIES
        .STATUS
        .eq("active")
        .and(EARLY_ADOPTER_COMPANIES.COMMITMENT_STATUS.eq("open"));
  }
}
