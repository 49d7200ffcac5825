package dev.hitlai.monitoring.internal.measure;

import static dev.hitlai.monitoring.internal.jooq.Tables.PERFORMANCE_METRICS;

import dev.hitlai.health.RealTraffic;
import dev.hitlai.monitoring.MetricType;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What users' requests came to, from the exact counts of each minute rather than the sampled log.
 */
@Component
class Traffic implements RealTraffic {
  private final DSLContext sql;

  Traffic(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Volume> between(Instant from, Instant until) {
    return sql.select(
            PERFORMANCE_METRICS.OPERATION,
            PERFORMANCE_METRICS.ENDPOINT,
            sum("count"),
            sum("failed"))
        .from(PERFORMANCE_METRICS)
        .where(PERFORMANCE_METRICS.METRIC_TYPE.eq(MetricType.API_LATENCY.code()))
        .and(PERFORMANCE_METRICS.CREATED_AT.ge(from))
        .and(PERFORMANCE_METRICS.CREATED_AT.lt(until))
        .and(DSL.condition("{0} ->> 'seconds' = '60'", PERFORMANCE_METRICS.METADATA))
        .groupBy(PERFORMANCE_METRICS.OPERATION, PERFORMANCE_METRICS.ENDPOINT)
        .fetch(row -> new Volume(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  private static Field<Long> sum(String member) {
    return DSL.field(
        "sum(({0} ->> {1})::bigint)::bigint",
        Long.class, PERFORMANCE_METRICS.METADATA, DSL.inline(member));
  }

  @Override
  public boolean isCounted() {
    return true;
  }
}
