package dev.hitlai.testing;

import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;
import static org.jooq.impl.DSL.count;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many tests were completed, counted from the runs themselves. */
@Component
@Transactional(readOnly = true)
public class RunCounts {
  private final DSLContext sql;

  RunCounts(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * Completed tests of everybody.
   *
   * @param ratedWell rated 4 or 5 stars by their company
   * @param humanVerified with a verdict of a person on at least one finding
   */
  public record Figures(long completed, long ratedWell, long humanVerified) {}

  /**
   * @param all of all time
   * @param since those of them that were completed since then
   */
  public record Platform(Figures all, Figures since) {}

  /** Of the whole platform, whoever asks: numbers only. */
  public Platform platform(Instant since) {
    var row = sql.fetchSingle("select * from testing.platform_figures({0})", DSL.val(since));
    return new Platform(figures(row, 0), figures(row, 3));
  }

  /** By company, of those that the asker may see. */
  public Map<UUID, Long> byCompany() {
    return sql.select(TEST_RUNS.COMPANY_ID, count())
        .from(TEST_RUNS)
        .where(TEST_RUNS.STATUS.eq(RunStatus.COMPLETED.code()))
        .groupBy(TEST_RUNS.COMPANY_ID)
        .fetchMap(TEST_RUNS.COMPANY_ID, row -> row.value2().longValue());
  }

  public int completedSince(UUID companyId, Instant since) {
    return sql.fetchCount(
        TEST_RUNS,
        TEST_RUNS
            .COMPANY_ID
            .eq(companyId)
            .and(TEST_RUNS.STATUS.eq(RunStatus.COMPLETED.code()))
            .and(TEST_RUNS.COMPLETED_AT.ge(since)));
  }

  private static Figures figures(Record row, int from) {
    return new Figures(number(row, from), number(row, from + 1), number(row, from + 2));
  }

  private static long number(Record row, int index) {
    return Objects.requireNonNull(row.get(index, Long.class));
  }
}
