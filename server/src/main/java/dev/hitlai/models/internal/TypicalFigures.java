package dev.hitlai.models.internal;

import static dev.hitlai.models.internal.jooq.Tables.AI_CAPABILITY_BENCHMARKS;
import static dev.hitlai.models.internal.jooq.Tables.AI_MODEL_CAPABILITIES;

import dev.hitlai.testers.AiPerformanceMeasured;
import dev.hitlai.testers.AiPerformances;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Works out how accurate each AI typically is: the latest result of each benchmark and what people
 * said of its findings in tests, added up case by case.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TypicalFigures {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DSLContext sql;
  private final AiPerformances performances;
  private final Clock clock;

  TypicalFigures(DSLContext sql, AiPerformances performances, Clock clock) {
    this.sql = sql;
    this.performances = performances;
    this.clock = clock;
  }

  /**
   * What a benchmark or people counted.
   *
   * @param right findings that hold
   * @param wrong findings that don't
   * @param missed defects that were there and not found
   */
  record Cases(int right, int wrong, int missed) {
    static final Cases NONE = new Cases(0, 0, 0);

    Cases plus(Cases more) {
      return new Cases(right + more.right, wrong + more.wrong, missed + more.missed);
    }

    int all() {
      return right + wrong + missed;
    }

    int judged() {
      return right + wrong;
    }
  }

  @EventListener
  public void on(AiPerformanceMeasured measured) {
    refresh();
  }

  void refresh() {
    sql.select(
            AI_MODEL_CAPABILITIES.ID,
            AI_MODEL_CAPABILITIES.AI_MODEL_PROVIDER,
            AI_MODEL_CAPABILITIES.MODEL_VERSION)
        .from(AI_MODEL_CAPABILITIES)
        .forEach(
            row -> {
              var cases =
                  ofBenchmarks(row.value2(), row.value3())
                      .plus(ofPeople(row.value2(), row.value3()));
              sql.update(AI_MODEL_CAPABILITIES)
                  .set(
                      AI_MODEL_CAPABILITIES.TYPICAL_ACCURACY_RATE, rate(cases.right(), cases.all()))
                  .set(AI_MODEL_CAPABILITIES.TYPICAL_ACCURACY_N, cases.all())
                  .set(
                      AI_MODEL_CAPABILITIES.TYPICAL_FALSE_POSITIVE_RATE,
                      rate(cases.wrong(), cases.judged()))
                  .set(AI_MODEL_CAPABILITIES.TYPICAL_FALSE_POSITIVE_N, cases.judged())
                  .set(AI_MODEL_CAPABILITIES.TYPICAL_COMPUTED_AT, clock.instant())
                  .where(AI_MODEL_CAPABILITIES.ID.eq(row.value1()))
                  .execute();
            });
  }

  private Cases ofPeople(String provider, String version) {
    return performances.totals().stream()
        .filter(one -> one.provider().equals(provider) && one.version().equals(version))
        .map(
            one ->
                new Cases(
                    one.judged() - one.falsePositives(),
                    one.falsePositives(),
                    one.falseNegatives()))
        .reduce(Cases.NONE, Cases::plus);
  }

  private Cases ofBenchmarks(String provider, String version) {
    return sql
        .select(AI_CAPABILITY_BENCHMARKS.DETAILS)
        .distinctOn(AI_CAPABILITY_BENCHMARKS.BENCHMARK_NAME)
        .from(AI_CAPABILITY_BENCHMARKS)
        .where(AI_CAPABILITY_BENCHMARKS.AI_MODEL_PROVIDER.eq(provider))
        .and(AI_CAPABILITY_BENCHMARKS.MODEL_VERSION.eq(version))
        .and(AI_CAPABILITY_BENCHMARKS.BENCHMARK_NAME.endsWith(Benchmarks.ACCURACY))
        .orderBy(AI_CAPABILITY_BENCHMARKS.BENCHMARK_NAME, AI_CAPABILITY_BENCHMARKS.RUN_AT.desc())
        .fetch(row -> JSON.readValue(row.value1().data(), Cases.class))
        .stream()
        .reduce(Cases.NONE, Cases::plus);
  }

  private static @Nullable BigDecimal rate(int part, int whole) {
    return whole == 0
        ? null
        : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
  }
}
