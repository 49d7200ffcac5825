package dev.hitlai.health.internal.alerts;

import dev.hitlai.health.internal.state.Spans;
import dev.hitlai.health.internal.state.Spans.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** When monitors were in maintenance or under a parent that was down. */
@Component
class Silences {
  private final DSLContext sql;

  Silences(DSLContext sql) {
    this.sql = sql;
  }

  /** By monitor; those without any are left out. */
  Map<UUID, Spans> of(Collection<UUID> monitorIds, Instant from, Instant until) {
    var ids = DSL.val(monitorIds.toArray(UUID[]::new));
    var rows =
        sql.fetch(
            """
            select c.monitor_id, c.effective_at, c.to_state = 'maintenance' or c.silenced as quiet
            from apihealth.monitor_state_changes c
            where c.monitor_id = any ({0}) and c.effective_at >= to_timestamp({1} / 1000.0)
              and c.effective_at < to_timestamp({2} / 1000.0)
            union all
            select b.monitor_id, b.effective_at, b.quiet
            from unnest({0}) m (id)
            cross join lateral (
              select c.monitor_id, c.effective_at, c.to_state = 'maintenance' or c.silenced as quiet
              from apihealth.monitor_state_changes c
              where c.monitor_id = m.id and c.effective_at < to_timestamp({1} / 1000.0)
              order by c.effective_at desc, c.decided_at desc limit 1) b
            order by 1, 2
            """,
            ids, DSL.val((double) from.toEpochMilli()), DSL.val((double) until.toEpochMilli()));
    var byMonitor = new HashMap<UUID, List<Record>>();
    rows.forEach(
        row -> byMonitor.computeIfAbsent(row.get(0, UUID.class), _ -> new ArrayList<>()).add(row));
    var spans = new HashMap<UUID, Spans>();
    byMonitor.forEach((id, changes) -> spans.put(id, spans(changes, until)));
    return spans;
  }

  private static Spans spans(List<Record> changes, Instant until) {
    var spans = new ArrayList<Span>();
    long began = -1;
    for (var change : changes) {
      long at = change.get(1, Instant.class).toEpochMilli();
      boolean quiet = change.get(2, Boolean.class);
      if (quiet && began < 0) {
        began = at;
      } else if (!quiet && began >= 0) {
        spans.add(new Span(began, at));
        began = -1;
      }
    }
    if (began >= 0) {
      spans.add(new Span(began, until.toEpochMilli()));
    }
    return Spans.of(spans);
  }
}
