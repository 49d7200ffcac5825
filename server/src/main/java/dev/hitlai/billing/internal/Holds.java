package dev.hitlai.billing.internal;

import static dev.hitlai.billing.internal.jooq.Tables.EARNING_HOLDS;
import static dev.hitlai.billing.internal.jooq.Tables.TEST_EARNINGS;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is kept back of testers' earnings, for those who look into it and those it is kept from. */
@Component
public class Holds {
  private static final int SHOWN = 100;

  private final DSLContext sql;

  Holds(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * @param reference of the test, as it was earned under
   */
  public record Hold(
      UUID testerId, String reference, BigDecimal amount, String reason, Instant since) {}

  /** Of a tester, newest first. */
  @Transactional(readOnly = true)
  public List<Hold> of(UUID testerId) {
    return list(EARNING_HOLDS.TESTER_ID.eq(testerId));
  }

  /** Of everybody, newest first. */
  @Transactional(readOnly = true)
  public List<Hold> all() {
    return list(org.jooq.impl.DSL.noCondition());
  }

  private List<Hold> list(Condition which) {
    return sql.select(
            EARNING_HOLDS.TESTER_ID,
            TEST_EARNINGS.REFERENCE,
            EARNING_HOLDS.AMOUNT_USD,
            EARNING_HOLDS.REASON,
            EARNING_HOLDS.HELD_AT)
        .from(EARNING_HOLDS)
        .join(TEST_EARNINGS)
        .on(TEST_EARNINGS.ID.eq(EARNING_HOLDS.EARNING_ID))
        .where(EARNING_HOLDS.STATUS.eq("held"))
        .and(which)
        .orderBy(EARNING_HOLDS.HELD_AT.desc())
        .limit(SHOWN)
        .fetch(
            row -> new Hold(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
  }
}
