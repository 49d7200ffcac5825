package dev.hitlai.testing.internal.comparison;

import static dev.hitlai.testing.internal.jooq.Tables.TEST_REQUESTS;

import dev.hitlai.testers.Comparisons;
import dev.hitlai.testers.Comparisons.Comparison;
import dev.hitlai.testers.Comparisons.Side;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** AI against people over all hybrid tests that the asker sees. */
@Component
@Transactional(readOnly = true)
public class CompanyContests {
  /** How far back it looks. */
  public static final int WEEKS = 12;

  private final DSLContext sql;
  private final Comparisons comparisons;
  private final Clock clock;

  CompanyContests(DSLContext sql, Comparisons comparisons, Clock clock) {
    this.sql = sql;
    this.comparisons = comparisons;
    this.clock = clock;
  }

  /**
   * All of them together; each figure with the number of comparisons that know it.
   *
   * @param wins how often {@code ai}, {@code human} and {@code tie}
   */
  public record Report(
      int comparisons,
      Map<String, Long> wins,
      Means agreement,
      Means aiQuality,
      Means humanQuality,
      Means aiMinutes,
      Means humanMinutes,
      Means aiCostUsd,
      Means humanCostUsd,
      List<Week> weeks,
      List<Entry> latest) {}

  /**
   * A mean.
   *
   * @param mean null when nothing is known
   */
  public record Means(@Nullable Double mean, int n) {}

  /**
   * A week; means are null in one without comparisons.
   *
   * @param monday UTC
   */
  public record Week(
      LocalDate monday,
      int comparisons,
      @Nullable Double aiQuality,
      @Nullable Double humanQuality,
      @Nullable Double agreement) {}

  /** One comparison with the title of its test. */
  public record Entry(String title, Comparison comparison) {}

  public Report read(int latest) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var first =
        today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(WEEKS - 1L);
    var all = comparisons.since(first.atStartOfDay(ZoneOffset.UTC).toInstant());
    var wins = new java.util.TreeMap<String, Long>(Map.of("ai", 0L, "human", 0L, "tie", 0L));
    all.forEach(one -> wins.merge(one.facts().better(), 1L, Long::sum));
    return new Report(
        all.size(),
        wins,
        means(all, one -> one.facts().agreement()),
        means(all, ai(Side::quality)),
        means(all, human(Side::quality)),
        means(all, ai(Side::minutes)),
        means(all, human(Side::minutes)),
        means(all, ai(Side::cost)),
        means(all, human(Side::cost)),
        IntStream.range(0, WEEKS).mapToObj(i -> week(first.plusWeeks(i), all)).toList(),
        entries(all.reversed().stream().limit(latest).toList()));
  }

  private static Week week(LocalDate monday, List<Comparison> all) {
    var from = monday.atStartOfDay(ZoneOffset.UTC).toInstant();
    var to = from.plus(Duration.ofDays(7));
    var of = all.stream().filter(one -> !one.at().isBefore(from) && one.at().isBefore(to)).toList();
    return new Week(
        monday,
        of.size(),
        means(of, ai(Side::quality)).mean(),
        means(of, human(Side::quality)).mean(),
        means(of, one -> one.facts().agreement()).mean());
  }

  private List<Entry> entries(List<Comparison> some) {
    Map<UUID, String> titles =
        sql.select(TEST_REQUESTS.ID, TEST_REQUESTS.TITLE)
            .from(TEST_REQUESTS)
            .where(TEST_REQUESTS.ID.in(some.stream().map(one -> one.facts().requestId()).toList()))
            .fetchMap(TEST_REQUESTS.ID, TEST_REQUESTS.TITLE);
    var entries = new ArrayList<Entry>();
    some.forEach(
        one -> entries.add(new Entry(titles.getOrDefault(one.facts().requestId(), ""), one)));
    return entries;
  }

  private static Function<Comparison, @Nullable BigDecimal> ai(
      Function<Side, @Nullable BigDecimal> what) {
    return one -> what.apply(one.facts().ai());
  }

  private static Function<Comparison, @Nullable BigDecimal> human(
      Function<Side, @Nullable BigDecimal> what) {
    return one -> what.apply(one.facts().human());
  }

  private static Means means(
      List<Comparison> all, Function<Comparison, @Nullable BigDecimal> what) {
    var known = new ArrayList<Double>();
    for (Comparison one : all) {
      var value = what.apply(one);
      if (value != null) {
        known.add(value.doubleValue());
      }
    }
    var mean = known.stream().mapToDouble(value -> value).average();
    return new Means(mean.isPresent() ? mean.getAsDouble() : null, known.size());
  }
}
