package dev.hitlai.unlock.internal;

import static dev.hitlai.unlock.internal.jooq.Tables.CELEBRATIONS;

import dev.hitlai.unlock.CompanyMilestone;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Shows each person once what the company reached. */
@Component
public class Celebrations {
  private final DSLContext sql;
  private final CompanyOverview overview;
  private final Clock clock;

  Celebrations(DSLContext sql, CompanyOverview overview, Clock clock) {
    this.sql = sql;
    this.overview = overview;
    this.clock = clock;
  }

  /**
   * The highest milestone that the person wasn't shown yet, which counts as shown from now on,
   * together with those below it. In a transaction of its own, because pages only read in theirs.
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public Optional<CompanyMilestone> next(UUID companyId, UUID userId) {
    return overview.of(companyId).steps().stream()
        .filter(CompanyOverview.Step::reached)
        .map(CompanyOverview.Step::milestone)
        .filter(milestone -> isFirst(companyId, userId, milestone))
        .reduce((_, highest) -> highest);
  }

  /** Two pages opened at once don't both celebrate: only one of them writes the row. */
  private boolean isFirst(UUID companyId, UUID userId, CompanyMilestone milestone) {
    return sql.insertInto(CELEBRATIONS)
            .set(CELEBRATIONS.COMPANY_ID, companyId)
            .set(CELEBRATIONS.USER_ID, userId)
            .set(CELEBRATIONS.MILESTONE, milestone.code())
            .set(CELEBRATIONS.CREATED_AT, clock.instant())
            .onConflictDoNothing()
            .execute()
        == 1;
  }
}
