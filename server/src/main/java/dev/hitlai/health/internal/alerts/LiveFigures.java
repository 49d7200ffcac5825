package dev.hitlai.health.internal.alerts;

import dev.hitlai.health.Uptime;
import dev.hitlai.health.UptimeFigures;
import dev.hitlai.health.UptimePeriod;
import dev.hitlai.health.internal.state.Spans;
import dev.hitlai.health.internal.state.Spans.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * What monitors come to now. Windows of up to two hours are added up from the checks; longer ones
 * from whole hours, which leave maintenance out and cost the same however many checks there were.
 */
@Component
class LiveFigures {
  private static final Duration LONGEST_OF_CHECKS = Duration.ofHours(2);

  private final DSLContext sql;
  private final Uptime uptime;
  private final Silences silences;

  LiveFigures(DSLContext sql, Uptime uptime, Silences silences) {
    this.sql = sql;
    this.uptime = uptime;
    this.silences = silences;
  }

  /** Figures by monitor, of exactly the windows that are asked for. */
  Map<UUID, Figures> of(Map<UUID, Set<Duration>> windows, Instant now) {
    var sums = new HashMap<UUID, Map<Duration, Sums>>();
    windows.keySet().forEach(id -> sums.put(id, new HashMap<>()));
    addChecks(windows, now, sums);
    addHours(windows, now, sums);
    var figures = new HashMap<UUID, Figures>();
    sums.forEach((id, own) -> figures.put(id, window -> own.getOrDefault(window, Sums.NONE)));
    return figures;
  }

  private void addChecks(
      Map<UUID, Set<Duration>> windows, Instant now, Map<UUID, Map<Duration, Sums>> sums) {
    var ids = new ArrayList<UUID>();
    var seconds = new ArrayList<Long>();
    long longest = 0;
    for (var entry : windows.entrySet()) {
      for (var window : entry.getValue()) {
        if (window.compareTo(LONGEST_OF_CHECKS) <= 0) {
          ids.add(entry.getKey());
          seconds.add(window.toSeconds());
          longest = Math.max(longest, window.toSeconds());
        }
      }
    }
    if (ids.isEmpty()) {
      return;
    }
    var quiet = Quiet.of(silences.of(new HashSet<>(ids), now.minusSeconds(longest), now));
    sql.fetch(
            """
            select w.monitor_id, w.seconds,
              count(*) filter (where m.verdict is not null),
              count(*) filter (where m.verdict = 'down'),
              count(m.response_time_ms) filter (where m.verdict is not null),
              coalesce(sum(m.response_time_ms) filter (where m.verdict is not null), 0)::float8,
              count(*) filter (where m.window_start is not null),
              coalesce(sum(m.request_count) filter (where m.window_start is not null), 0)::bigint,
              coalesce(sum(m.error_count) filter (where m.window_start is not null), 0)::bigint
            from unnest({0}::uuid[], {1}::bigint[]) w (monitor_id, seconds)
            join apihealth.api_health_metrics m on m.monitor_id = w.monitor_id
              and m.created_at > to_timestamp({2} / 1000.0) - w.seconds * interval '1 second'
            where m.created_at > to_timestamp({2} / 1000.0) - {3} * interval '1 second'
              and m.created_at <= to_timestamp({2} / 1000.0)
              and not exists (
                select from unnest({4}::uuid[], {5}::bigint[], {6}::bigint[]) s (monitor_id, since, until)
                where s.monitor_id = m.monitor_id and m.created_at >= to_timestamp(s.since / 1000.0)
                  and m.created_at < to_timestamp(s.until / 1000.0))
            group by 1, 2
            """,
            DSL.val(ids.toArray(UUID[]::new)),
            DSL.val(seconds.toArray(Long[]::new)),
            DSL.val((double) now.toEpochMilli()),
            DSL.val(longest),
            DSL.val(quiet.ids().toArray(UUID[]::new)),
            DSL.val(quiet.since().toArray(Long[]::new)),
            DSL.val(quiet.until().toArray(Long[]::new)))
        .forEach(
            row -> {
              var own = sums.get(row.get(0, UUID.class));
              if (own != null) {
                own.put(Duration.ofSeconds(row.get(1, Long.class)), checks(row));
              }
            });
  }

  private static Sums checks(Record row) {
    return new Sums(
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

  private void addHours(
      Map<UUID, Set<Duration>> windows, Instant now, Map<UUID, Map<Duration, Sums>> sums) {
    var longer = new HashMap<UUID, Set<Duration>>();
    Duration longest = Duration.ZERO;
    for (var entry : windows.entrySet()) {
      for (var window : entry.getValue()) {
        if (window.compareTo(LONGEST_OF_CHECKS) > 0) {
          longer.computeIfAbsent(entry.getKey(), _ -> new HashSet<>()).add(window);
          longest = window.compareTo(longest) > 0 ? window : longest;
        }
      }
    }
    if (longer.isEmpty()) {
      return;
    }
    var hours = uptime.by(UptimePeriod.HOURLY, longer.keySet(), now.minus(longest), now);
    longer.forEach(
        (id, own) -> {
          var into = sums.get(id);
          for (var window : own) {
            if (into != null) {
              into.put(window, added(hours.getOrDefault(id, List.of()), now.minus(window)));
            }
          }
        });
  }

  private static Sums added(Collection<UptimeFigures> hours, Instant from) {
    return hours.stream()
        .filter(hour -> !hour.from().isBefore(from))
        .map(
            hour ->
                new Sums(
                    hour.checks(),
                    hour.failedChecks(),
                    0,
                    0,
                    hour.requests() > 0 ? 1 : 0,
                    hour.requests(),
                    hour.failedRequests(),
                    hour.upMs(),
                    hour.downMs()))
        .reduce(Sums.NONE, Sums::plus);
  }

  /** Columns of when what isn't to be counted. */
  private record Quiet(List<UUID> ids, List<Long> since, List<Long> until) {
    static Quiet of(Map<UUID, Spans> spans) {
      var quiet = new Quiet(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      spans.forEach(
          (id, own) -> {
            for (Span span : own.list()) {
              quiet.ids.add(id);
              quiet.since.add(span.from());
              quiet.until.add(span.until());
            }
          });
      return quiet;
    }
  }
}
