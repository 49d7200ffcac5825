package dev.hitlai.health.internal.engine;

import static dev.hitlai.health.internal.jooq.Tables.API_HEALTH_METRICS;
import static dev.hitlai.health.internal.jooq.Tables.MONITOR_STATES;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.MonitorState;
import dev.hitlai.health.internal.jooq.tables.records.MonitorStatesRecord;
import dev.hitlai.health.internal.state.Fold;
import dev.hitlai.health.internal.state.Sample;
import dev.hitlai.health.internal.state.Shown;
import dev.hitlai.health.internal.state.Spans;
import dev.hitlai.health.internal.state.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where monitors stand when a server takes them over: what was written down last, and the checks
 * that were stored after that.
 */
@Component
class States {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DSLContext sql;

  States(DSLContext sql) {
    this.sql = sql;
  }

  /** Plans for monitors, each to be gone on with. */
  @Transactional(readOnly = true)
  public List<Plan> load(
      Collection<Monitor> monitors,
      Function<UUID, Double> turn,
      Function<Monitor, Spans> maintenance) {
    var ids = monitors.stream().map(Monitor::id).toArray(UUID[]::new);
    var stored =
        sql.selectFrom(MONITOR_STATES)
            .where(MONITOR_STATES.MONITOR_ID.eq(DSL.any(ids)))
            .fetchMap(MONITOR_STATES.MONITOR_ID);
    var newer = newer(ids);
    var plans = new ArrayList<Plan>();
    for (var monitor : monitors) {
      var spans = maintenance.apply(monitor);
      var row = stored.get(monitor.id());
      var shown = row == null ? Shown.fresh(monitor.createdAt().toEpochMilli()) : shown(row);
      long lastDue = row == null || row.getLastDueAt() == null ? 0 : millis(row.getLastDueAt());
      for (var sample : newer.getOrDefault(monitor.id(), List.of())) {
        // What changed by these was stored with them, or else the next check changes it.
        shown = shown.after(sample, spans, shown.silenced()).next();
        lastDue = sample.at();
      }
      plans.add(new Plan(monitor, turn.apply(monitor.id()), spans, shown, lastDue));
    }
    return plans;
  }

  /** Checks after what was written down; a few seconds' worth. */
  private Map<UUID, List<Sample>> newer(UUID[] ids) {
    var found = new HashMap<UUID, List<Sample>>();
    sql.fetch(
            """
            select m.monitor_id, m.created_at, m.verdict, m.counts_for_ms, m.failures_needed, m.successes_needed
            from apihealth.monitor_states s
            join apihealth.api_health_metrics m
              on m.monitor_id = s.monitor_id and m.created_at > s.last_due_at and m.verdict is not null
            where s.monitor_id = any ({0})
            order by m.monitor_id, m.created_at
            """,
            DSL.val(ids))
        .forEach(
            row ->
                found
                    .computeIfAbsent(row.get(0, UUID.class), _ -> new ArrayList<>())
                    .add(sample(row)));
    return found;
  }

  private static Sample sample(Record row) {
    return new Sample(
        millis(row.get("created_at", Instant.class)),
        Verdict.of(row.get("verdict", String.class)),
        row.get(API_HEALTH_METRICS.COUNTS_FOR_MS.getName(), Integer.class),
        row.get(API_HEALTH_METRICS.FAILURES_NEEDED.getName(), Integer.class),
        row.get(API_HEALTH_METRICS.SUCCESSES_NEEDED.getName(), Integer.class));
  }

  private static Shown shown(MonitorStatesRecord row) {
    return new Shown(
        read(row.getFold().data()),
        MonitorState.of(row.getState()),
        millis(row.getSince()),
        row.getSilenced());
  }

  static Fold read(String json) {
    return json.equals("{}") ? Fold.START : JSON.readValue(json, Fold.class);
  }

  /** To be read by {@link #read}. */
  static String write(Fold fold) {
    return JSON.writeValueAsString(fold);
  }

  /** Parents among them that are down, or about to be, as far as it is written down. */
  @Transactional(readOnly = true)
  public Set<UUID> failing(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return Set.copyOf(
        sql.select(MONITOR_STATES.MONITOR_ID)
            .from(MONITOR_STATES)
            .where(MONITOR_STATES.MONITOR_ID.eq(DSL.any(ids.toArray(UUID[]::new))))
            .and(
                MONITOR_STATES
                    .STATE
                    .eq("down")
                    .or(DSL.condition("({0} #>> '{failed,length}')::int > 0", MONITOR_STATES.FOLD)))
            .fetch(MONITOR_STATES.MONITOR_ID));
  }

  static long millis(@Nullable Instant at) {
    return at == null ? 0 : at.toEpochMilli();
  }
}
