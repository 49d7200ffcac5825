package dev.hitlai.health.internal.alerts;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.Monitors;
import dev.hitlai.health.internal.state.Spans;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says when a rule would have fired, had it been there. */
@Component
public class DryRun {
  /** More monitors would make people wait. */
  static final int MOST_MONITORS = 50;

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final DSLContext sql;
  private final Monitors monitors;
  private final WishCheck check;
  private final Silences silences;
  private final Clock clock;

  DryRun(DSLContext sql, Monitors monitors, WishCheck check, Silences silences, Clock clock) {
    this.sql = sql;
    this.monitors = monitors;
    this.check = check;
    this.silences = silences;
    this.clock = clock;
  }

  /**
   * One alarm that there would have been.
   *
   * @param resolvedAt null when it would still fire
   */
  public record Would(
      String monitor, double value, double worst, Instant firedAt, @Nullable Instant resolvedAt) {}

  /**
   * @param monitors how many were looked at
   * @param minutes how many minutes of them had a value
   * @param highest null when no minute had a value
   */
  public record Result(
      List<Would> alarms,
      int monitors,
      long minutes,
      @Nullable Double lowest,
      @Nullable Double highest,
      Instant from,
      Instant until) {
    public Result {
      alarms = List.copyOf(alarms);
    }
  }

  /**
   * @param hours of the past, 1 to 168
   * @throws dev.hitlai.api.ApiProblem when the rule isn't one
   */
  @Transactional(readOnly = true)
  public Result of(RuleWish wish, int hours) {
    var terms = check.terms(wish);
    String endpoint = check.endpoint(wish);
    Instant until = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    Instant from = until.minus(Duration.ofHours(Math.clamp(hours, 1, 168)));
    var concerned =
        monitors.of(null).stream()
            .filter(monitor -> endpoint == null || endpoint.equals(monitor.endpoint()))
            .limit(MOST_MONITORS)
            .toList();
    var trial = new Trial(terms);
    if (!concerned.isEmpty()) {
      var ids = concerned.stream().map(Monitor::id).toList();
      Instant begin = from.minus(longest(terms, concerned));
      var quiet = silences.of(ids, begin, until);
      var figures = load(ids, begin, until, quiet);
      for (var monitor : concerned) {
        trial.over(
            monitor,
            Objects.requireNonNull(figures.get(monitor.id())),
            quiet.getOrDefault(monitor.id(), Spans.NONE),
            from,
            until);
      }
    }
    return trial.result(concerned.size(), from, until);
  }

  private static Duration longest(Terms terms, List<Monitor> monitors) {
    return monitors.stream()
        .flatMap(monitor -> terms.windows(monitor.watch().interval()).stream())
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private Map<UUID, PastFigures> load(
      List<UUID> ids, Instant from, Instant until, Map<UUID, Spans> quiet) {
    Instant begin = from.truncatedTo(ChronoUnit.MINUTES);
    int minutes = (int) Duration.between(begin, until).toMinutes() + 1;
    var sums = new HashMap<UUID, Sums[]>();
    ids.forEach(id -> sums.put(id, PastFigures.empty(minutes)));
    sql.fetch(
            """
            select monitor_id, floor(extract(epoch from created_at) / 60)::bigint,
              count(*) filter (where verdict is not null),
              count(*) filter (where verdict = 'down'),
              count(response_time_ms) filter (where verdict is not null),
              coalesce(sum(response_time_ms) filter (where verdict is not null), 0)::float8,
              count(*) filter (where window_start is not null),
              coalesce(sum(request_count) filter (where window_start is not null), 0)::bigint,
              coalesce(sum(error_count) filter (where window_start is not null), 0)::bigint
            from apihealth.api_health_metrics
            where monitor_id = any ({0}) and created_at >= to_timestamp({1} / 1000.0) and created_at < to_timestamp({2} / 1000.0)
            group by 1, 2
            """,
            DSL.val(ids.toArray(UUID[]::new)),
            DSL.val((double) begin.toEpochMilli()),
            DSL.val((double) until.toEpochMilli()))
        .forEach(
            row -> {
              UUID id = row.get(0, UUID.class);
              long at = row.get(1, Long.class) * MINUTE.toMillis();
              var own = sums.get(id);
              if (own != null && !quiet.getOrDefault(id, Spans.NONE).contains(at)) {
                own[(int) ((at - begin.toEpochMilli()) / MINUTE.toMillis())] =
                    new Sums(
                        row.get(2, Long.class),
                        row.get(3, Long.class),
                        row.get(4, Long.class),
                        row.get(5, Double.class),
                        row.get(6, Long.class),
                        row.get(7, Long.class),
                        row.get(8, Long.class),
                        0,
                        0);
              }
            });
    var figures = new HashMap<UUID, PastFigures>();
    sums.forEach((id, own) -> figures.put(id, new PastFigures(begin, own)));
    return figures;
  }

  /** Plays a rule over monitors; pure. */
  static final class Trial {
    private final Terms terms;
    private final List<Would> alarms = new ArrayList<>();
    private long minutes;
    private @Nullable Double lowest;
    private @Nullable Double highest;

    Trial(Terms terms) {
      this.terms = terms;
    }

    void over(Monitor monitor, PastFigures figures, Spans quiet, Instant from, Instant until) {
      double allowed = allowedShare(monitor);
      var state = AlertState.calm(from);
      Would open = null;
      for (Instant at = from; !at.isAfter(until); at = at.plus(MINUTE)) {
        var reading = Reading.of(terms, figures.at(at), monitor.watch().interval(), allowed);
        reading.ifPresent(one -> note(one.value()));
        var step = state.after(reading, quiet.contains(at.toEpochMilli()), at, terms.hold());
        state = step.next();
        double value = reading.map(Reading::value).orElse(0.0);
        switch (step.turn()) {
          case FIRED -> open = new Would(monitor.name(), value, value, at, null);
          case RESOLVED, HUSHED -> open = ended(open, at);
          case NONE -> open = open == null || reading.isEmpty() ? open : worse(open, value);
        }
      }
      if (open != null) {
        alarms.add(open);
      }
    }

    private @Nullable Would ended(@Nullable Would open, Instant at) {
      if (open != null) {
        alarms.add(new Would(open.monitor(), open.value(), open.worst(), open.firedAt(), at));
      }
      return null;
    }

    private Would worse(Would open, double value) {
      double worst = terms.comparison().worse(open.worst(), value);
      return new Would(open.monitor(), open.value(), worst, open.firedAt(), null);
    }

    private void note(double value) {
      minutes++;
      lowest = lowest == null ? value : Math.min(lowest, value);
      highest = highest == null ? value : Math.max(highest, value);
    }

    Result result(int monitors, Instant from, Instant until) {
      alarms.sort(java.util.Comparator.comparing(Would::firedAt).reversed());
      return new Result(alarms, monitors, minutes, lowest, highest, from, until);
    }
  }

  /** What may fail by what was promised of a monitor, 0 to 1. */
  static double allowedShare(Monitor monitor) {
    return 1 - monitor.promise().uptimePercent().doubleValue() / 100;
  }
}
