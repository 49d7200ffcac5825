package dev.hitlai.unlock.internal;

import dev.hitlai.testing.TestRunCompleted;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts each completed test and opens what it reaches, in the transaction that completes it. A run
 * is completed by one guarded move, so the fact comes once for each.
 */
@Component
public class CompletionCount {
  private final DSLContext sql;
  private final CompanyLadder companies;
  private final PhaseLadder phases;

  CompletionCount(DSLContext sql, CompanyLadder companies, PhaseLadder phases) {
    this.sql = sql;
    this.companies = companies;
    this.phases = phases;
  }

  /**
   * Last of all listeners: the turn of the platform's total is held until the transaction ends, and
   * whoever waits for it must not hold what the others still need.
   */
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(TestRunCompleted test) {
    var counted =
        sql.fetchSingle(
            "select company_completed, near from unlock.count_completed(?)", test.companyId());
    long completed = Objects.requireNonNull(counted.get(0, Long.class));
    companies.reach(test.companyId(), completed, test.testRunId(), test.at());
    if (Boolean.TRUE.equals(counted.get(1, Boolean.class))) {
      phases.open(test.at());
    }
  }
}
