package dev.hitlai.monitoring.internal.measure;

import static dev.hitlai.monitoring.internal.jooq.Tables.PERFORMANCE_METRICS;

import dev.hitlai.monitoring.MetricType;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads summaries and merges them: percentiles of all, not averages of percentiles. */
@Component
public class OperationFigures {
  private static final double MICROS = 1000;
  private static final Duration LONG = Duration.ofHours(3);
  private static final Field<Long> SECONDS = number("seconds");

  private final DSLContext sql;
  private final Clock clock;

  OperationFigures(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * What operations came to.
   *
   * @param p50 milliseconds, as all times here
   */
  public record Figure(
      String endpoint,
      String operation,
      long count,
      long refused,
      long failed,
      double p50,
      double p95,
      double p99,
      double max) {}

  /** The same at a time, for a chart. */
  public record Point(Instant at, long count, double p50, double p95, double p99) {}

  /** Every operation of a kind since then, those with most time spent first. */
  @Transactional(readOnly = true)
  public List<Figure> overview(MetricType type, Duration back) {
    var sums = new LinkedHashMap<List<String>, Sum>();
    read(type, back, DSL.noCondition(), row -> List.of(row.endpoint(), row.operation()), sums);
    return sums.entrySet().stream()
        .sorted(Comparator.comparingDouble(entry -> -entry.getValue().spent()))
        .map(entry -> entry.getValue().figure(entry.getKey().getFirst(), entry.getKey().getLast()))
        .toList();
  }

  /** One operation over time. */
  @Transactional(readOnly = true)
  public List<Point> overTime(MetricType type, String endpoint, String operation, Duration back) {
    var sums = new TreeMap<Instant, Sum>();
    read(
        type,
        back,
        PERFORMANCE_METRICS.ENDPOINT.eq(endpoint).and(PERFORMANCE_METRICS.OPERATION.eq(operation)),
        Row::at,
        sums);
    var points = new ArrayList<Point>();
    sums.forEach((at, sum) -> points.add(sum.point(at)));
    return points;
  }

  private record Row(
      Instant at,
      String endpoint,
      String operation,
      long count,
      long refused,
      long failed,
      String histogram) {}

  private <K> void read(
      MetricType type, Duration back, Condition which, Function<Row, K> key, Map<K, Sum> sums) {
    sql.select(
            PERFORMANCE_METRICS.CREATED_AT,
            PERFORMANCE_METRICS.ENDPOINT,
            PERFORMANCE_METRICS.OPERATION,
            number("count"),
            number("refused"),
            number("failed"),
            text("histogram"))
        .from(PERFORMANCE_METRICS)
        .where(PERFORMANCE_METRICS.METRIC_TYPE.eq(type.code()))
        .and(which)
        .and(text("histogram").isNotNull())
        .and(window(back))
        .forEach(
            found -> {
              var row =
                  new Row(
                      found.value1(),
                      found.value2(),
                      found.value3(),
                      found.value4(),
                      found.value5(),
                      found.value6(),
                      found.value7());
              sums.computeIfAbsent(key.apply(row), _ -> new Sum()).add(row);
            });
  }

  /** Short windows by minutes; long ones by hours, and by minutes in the hour that still runs. */
  private Condition window(Duration back) {
    Instant now = clock.instant();
    if (back.compareTo(LONG) <= 0) {
      return SECONDS.eq(60L).and(PERFORMANCE_METRICS.CREATED_AT.ge(now.minus(back)));
    }
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    Instant from = now.minus(back).truncatedTo(ChronoUnit.HOURS);
    return PERFORMANCE_METRICS
        .CREATED_AT
        .ge(from)
        .and(
            SECONDS
                .eq(3600L)
                .and(PERFORMANCE_METRICS.CREATED_AT.lt(hour))
                .or(SECONDS.eq(60L).and(PERFORMANCE_METRICS.CREATED_AT.ge(hour))));
  }

  private static Field<String> text(String member) {
    return DSL.field("{0} ->> {1}", String.class, PERFORMANCE_METRICS.METADATA, DSL.inline(member));
  }

  private static Field<Long> number(String member) {
    return DSL.field(
        "({0} ->> {1})::bigint", Long.class, PERFORMANCE_METRICS.METADATA, DSL.inline(member));
  }

  private static final class Sum {
    private @Nullable Histogram micros;
    private long count;
    private long refused;
    private long failed;

    void add(Row row) {
      var one =
          Histogram.decodeFromByteBuffer(
              ByteBuffer.wrap(Base64.getDecoder().decode(row.histogram())), 0);
      if (micros == null) {
        one.setAutoResize(true);
        micros = one;
      } else {
        micros.add(one);
      }
      count += row.count();
      refused += row.refused();
      failed += row.failed();
    }

    double spent() {
      return micros == null ? 0 : micros.getMean() * count;
    }

    Figure figure(String endpoint, String operation) {
      return new Figure(
          endpoint, operation, count, refused, failed, at(50), at(95), at(99), at(100));
    }

    Point point(Instant time) {
      return new Point(time, count, at(50), at(95), at(99));
    }

    private double at(double percentile) {
      return micros == null ? 0 : micros.getValueAtPercentile(percentile) / MICROS;
    }
  }
}
