package dev.hitlai.unlock.internal;

import dev.hitlai.testers.PhaseFigure;
import dev.hitlai.testing.RunCounts;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Asks those who know how far each condition of the phases is met. */
@Component
class PhaseFigures {
  private final RunCounts runs;
  private final Map<PhaseFigure.Kind, PhaseFigure> others = new EnumMap<>(PhaseFigure.Kind.class);
  private final Clock clock;

  /** None of the other modules has to be there. */
  @Autowired
  PhaseFigures(RunCounts runs, ObjectProvider<PhaseFigure> others, Clock clock) {
    this(runs, others.stream().toList(), clock);
  }

  PhaseFigures(RunCounts runs, List<PhaseFigure> others, Clock clock) {
    this.runs = runs;
    this.clock = clock;
    others.forEach(figure -> this.others.put(figure.kind(), figure));
  }

  /**
   * All conditions at one moment.
   *
   * @param gained of the last 30 days, where it is known
   */
  record Now(Map<Condition, BigDecimal> current, Map<Condition, BigDecimal> gained) {
    BigDecimal of(Condition condition) {
      return current.getOrDefault(condition, BigDecimal.ZERO);
    }

    BigDecimal gained(Condition condition) {
      return gained.getOrDefault(condition, BigDecimal.ZERO);
    }
  }

  /** Whether some part of the platform produces the figure at all. */
  boolean knows(Condition condition) {
    return condition.kind() == null || others.containsKey(condition.kind());
  }

  /**
   * @param completed tests of everybody as counted, which is ahead of the rows that others still
   *     hold back in their transactions
   */
  Now now(long completed) {
    var counted = runs.platform(clock.instant().minus(Pace.WINDOW));
    var current = tests(counted.all());
    current.put(Condition.COMPLETED_TESTS, BigDecimal.valueOf(completed));
    for (var condition : Condition.values()) {
      var figure = condition.kind() == null ? null : others.get(condition.kind());
      if (figure != null) {
        current.put(condition, figure.current());
      }
    }
    return new Now(current, tests(counted.since()));
  }

  /**
   * What completed tests themselves say, whoever asks.
   *
   * @param completed tests of everybody as counted
   */
  Map<Condition, BigDecimal> ofTests(long completed) {
    var counted = tests(runs.platform(clock.instant().minus(Pace.WINDOW)).all());
    counted.put(Condition.COMPLETED_TESTS, BigDecimal.valueOf(completed));
    return counted;
  }

  private static Map<Condition, BigDecimal> tests(RunCounts.Figures figures) {
    var found = new EnumMap<Condition, BigDecimal>(Condition.class);
    found.put(Condition.COMPLETED_TESTS, BigDecimal.valueOf(figures.completed()));
    found.put(Condition.RATED_WELL, BigDecimal.valueOf(figures.ratedWell()));
    found.put(Condition.HUMAN_VERIFIED, BigDecimal.valueOf(figures.humanVerified()));
    return found;
  }
}
