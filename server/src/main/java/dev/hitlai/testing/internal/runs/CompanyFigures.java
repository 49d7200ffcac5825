package dev.hitlai.testing.internal.runs;

import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.count;

import dev.hitlai.testing.RunStatus;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A company's tests in figures; for an administrator everybody's. */
@Component
@Transactional(readOnly = true)
public class CompanyFigures {
  private static final int TREND = 12;

  private final DSLContext sql;

  CompanyFigures(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * @param sentiment mean of the completed runs, 0 to 1; null without any
   * @param score mean of the completed runs, 0 to 100; null without any
   * @param trend scores of the latest completed runs, oldest first
   */
  public record Figures(
      long completed,
      long running,
      long waiting,
      long paused,
      long failed,
      @Nullable Double sentiment,
      @Nullable Double score,
      List<Double> trend) {}

  public Figures read() {
    var means =
        sql.select(avg(TEST_RUNS.SENTIMENT_SCORE), avg(TEST_RUNS.SCORE))
            .from(TEST_RUNS)
            .where(TEST_RUNS.STATUS.eq(RunStatus.COMPLETED.code()))
            .fetchSingle();
    var counts =
        sql.select(TEST_RUNS.STATUS, count())
            .from(TEST_RUNS)
            .groupBy(TEST_RUNS.STATUS)
            .fetchMap(TEST_RUNS.STATUS, row -> row.value2().longValue());
    return new Figures(
        counts.getOrDefault("completed", 0L),
        counts.getOrDefault("running", 0L),
        counts.getOrDefault("pending", 0L),
        counts.getOrDefault("hitl_paused", 0L),
        counts.getOrDefault("failed", 0L),
        means.value1() == null ? null : means.value1().doubleValue(),
        means.value2() == null ? null : means.value2().doubleValue(),
        trend());
  }

  private List<Double> trend() {
    return sql.select(TEST_RUNS.SCORE)
        .from(TEST_RUNS)
        .where(TEST_RUNS.STATUS.eq(RunStatus.COMPLETED.code()))
        .and(TEST_RUNS.SCORE.isNotNull())
        .orderBy(TEST_RUNS.COMPLETED_AT.desc())
        .limit(TREND)
        .fetch(row -> row.value1().doubleValue())
        .reversed();
  }
}
