package dev.hitlai.testers;

import static dev.hitlai.testers.internal.jooq.Tables.HUMAN_TESTERS;
import static org.jooq.impl.DSL.count;

import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who has done most, of those who want to be seen. Read as the platform, because testers don't see
 * each other's profiles; no more than what is shown leaves this class.
 */
@Component
public class Leaderboard {
  private static final Condition SEEN =
      HUMAN_TESTERS
          .IS_ACTIVE
          .isTrue()
          .and(HUMAN_TESTERS.ON_LEADERBOARD)
          .and(HUMAN_TESTERS.TESTER_CATEGORY.eq("human"))
          .and(HUMAN_TESTERS.TESTS_COMPLETED.gt(0));

  private final DSLContext sql;
  private final TransactionOperations transactions;

  Leaderboard(DSLContext sql, TransactionOperations transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  /**
   * @param place from 1; who did equally many tests shares it
   * @param rating mean of the ratings, null before the first
   */
  public record Entry(
      UUID testerId, long place, String displayName, int tests, @Nullable BigDecimal rating) {}

  /** The first so many. */
  public List<Entry> top(int limit) {
    return Objects.requireNonNull(
        Tenancy.as(Actor.system("leaderboard"), () -> transactions.execute(_ -> read(limit))));
  }

  private List<Entry> read(int limit) {
    return sql.select(
            HUMAN_TESTERS.ID,
            HUMAN_TESTERS.DISPLAY_NAME,
            HUMAN_TESTERS.TESTS_COMPLETED,
            HUMAN_TESTERS.AVERAGE_RATING)
        .from(HUMAN_TESTERS)
        .where(SEEN)
        .orderBy(HUMAN_TESTERS.TESTS_COMPLETED.desc(), HUMAN_TESTERS.ID)
        .limit(limit)
        .fetch(
            row ->
                new Entry(
                    row.value1(), place(row.value3()), row.value2(), row.value3(), row.value4()));
  }

  private long place(int tests) {
    return 1
        + sql.select(count())
            .from(HUMAN_TESTERS)
            .where(SEEN)
            .and(HUMAN_TESTERS.TESTS_COMPLETED.gt(tests))
            .fetchSingle()
            .value1();
  }
}
