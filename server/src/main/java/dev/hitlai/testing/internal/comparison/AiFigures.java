package dev.hitlai.testing.internal.comparison;

import dev.hitlai.testers.AiPerformances.Figures;
import dev.hitlai.testers.AiPerformances.Period;
import dev.hitlai.testers.Comparisons.Comparison;
import dev.hitlai.testers.Comparisons.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Adds up what AI testers did, by tester, version and period. */
final class AiFigures {
  private AiFigures() {}

  /**
   * A completed run by an AI.
   *
   * @param judged findings of the AI that people looked at: all of a hybrid run, else those with a
   *     verdict
   * @param refuted those of them that don't hold
   * @param changed those of them that hold otherwise than the AI said
   * @param missed what people found in a hybrid run and the AI did not
   * @param cost what the company paid for the AI's part
   */
  record Run(
      UUID id,
      UUID testerId,
      String provider,
      String version,
      Instant completedAt,
      @Nullable BigDecimal minutes,
      @Nullable BigDecimal cost,
      int tokens,
      int issues,
      int judged,
      int refuted,
      int changed,
      int missed) {}

  private record Key(
      UUID testerId, String provider, String version, Period period, Instant start) {}

  /**
   * @param since periods that begin earlier are left out, as not all of their runs may be there
   */
  static List<Figures> of(List<Run> runs, Map<UUID, List<Comparison>> comparisons, Instant since) {
    var groups = new LinkedHashMap<Key, List<Run>>();
    for (Run run : runs) {
      for (Period period : Period.values()) {
        var start = start(period, run.completedAt());
        if (!start.isBefore(since)) {
          groups
              .computeIfAbsent(
                  new Key(run.testerId(), run.provider(), run.version(), period, start),
                  _ -> new ArrayList<>())
              .add(run);
        }
      }
    }
    return groups.entrySet().stream()
        .map(group -> figures(group.getKey(), group.getValue(), comparisons))
        .toList();
  }

  static Instant start(Period period, Instant at) {
    var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return instant(
        switch (period) {
          case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          case MONTH -> day.withDayOfMonth(1);
        });
  }

  private static Instant end(Period period, Instant start) {
    var day = LocalDate.ofInstant(start, ZoneOffset.UTC);
    return instant(
        switch (period) {
          case WEEK -> day.plusWeeks(1);
          case MONTH -> day.plusMonths(1);
        });
  }

  private static Instant instant(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Figures figures(Key key, List<Run> runs, Map<UUID, List<Comparison>> comparisons) {
    int judged = sum(runs, Run::judged);
    int refuted = sum(runs, Run::refuted);
    int changed = sum(runs, Run::changed);
    int missed = sum(runs, Run::missed);
    var cost =
        runs.stream()
            .map(Run::cost)
            .filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    var contests =
        runs.stream()
            .flatMap(run -> comparisons.getOrDefault(run.id(), List.of()).stream())
            .toList();
    return new Figures(
        key.testerId(),
        key.provider(),
        key.version(),
        key.period(),
        key.start(),
        end(key.period(), key.start()),
        runs.size(),
        mean(runs.stream().map(Run::minutes).toList(), 3),
        mean(contests.stream().map(one -> one.facts().ai().quality()).toList(), 4),
        sum(runs, Run::issues),
        judged,
        refuted,
        missed,
        rate(judged - refuted, judged + missed),
        refuted + changed + missed,
        rate(refuted + changed, judged),
        cost,
        runs.isEmpty()
            ? null
            : cost.divide(BigDecimal.valueOf(runs.size()), 4, RoundingMode.HALF_UP),
        runs.stream().mapToLong(Run::tokens).sum(),
        contests.size(),
        ratio(contests, Side::minutes),
        ratio(contests, Side::quality),
        ratio(contests, Side::cost));
  }

  private static int sum(List<Run> runs, ToIntFunction<Run> what) {
    return runs.stream().mapToInt(what).sum();
  }

  /** The AI's mean divided by people's, over comparisons that know both. */
  private static @Nullable BigDecimal ratio(
      List<Comparison> contests, Function<Side, @Nullable BigDecimal> what) {
    var known =
        contests.stream()
            .filter(
                one ->
                    what.apply(one.facts().ai()) != null && what.apply(one.facts().human()) != null)
            .toList();
    var ai = total(known.stream().map(one -> what.apply(one.facts().ai())).toList());
    var human = total(known.stream().map(one -> what.apply(one.facts().human())).toList());
    return human.signum() == 0 ? null : ai.divide(human, 4, RoundingMode.HALF_UP);
  }

  private static BigDecimal total(List<@Nullable BigDecimal> values) {
    var sum = BigDecimal.ZERO;
    for (var value : values) {
      sum = value == null ? sum : sum.add(value);
    }
    return sum;
  }

  private static @Nullable BigDecimal mean(List<@Nullable BigDecimal> values, int digits) {
    long known = values.stream().filter(Objects::nonNull).count();
    return known == 0
        ? null
        : total(values).divide(BigDecimal.valueOf(known), digits, RoundingMode.HALF_UP);
  }

  private static @Nullable BigDecimal rate(int part, int whole) {
    return whole == 0
        ? null
        : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
  }
}
