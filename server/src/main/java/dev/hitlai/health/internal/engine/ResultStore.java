package dev.hitlai.health.internal.engine;

import dev.hitlai.health.MonitorState;
import dev.hitlai.health.MonitorStateChanged;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores checks with the changes that they caused and tells of these, all in one transaction: a
 * crash before it leaves neither, after it both. Storing the same again changes nothing.
 */
@Component
class ResultStore {
  private static final Duration LATE = Duration.ofMinutes(10);

  private final DSLContext sql;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ResultStore(DSLContext sql, ApplicationEventPublisher events, Clock clock) {
    this.sql = sql;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param outcomes in the order in which they came
   * @param states of which monitors to write down where they stand, a result each
   */
  @Transactional
  public void store(List<Outcome> outcomes, List<Outcome> states) {
    insertChecks(outcomes);
    noteLate(outcomes);
    var changes = insertChanges(outcomes);
    if (!states.isEmpty()) {
      writeStates(states);
    }
    changes.forEach(events::publishEvent);
  }

  private void insertChecks(List<Outcome> all) {
    var columns = new Columns<>(all);
    sql.execute(
        """
        insert into apihealth.api_health_metrics (id, created_at, measured_at, monitor_id, company_id, endpoint, method,
          is_healthy, verdict, error_count, status_code, response_time_ms, last_error_message, last_error_at,
          cost_per_request_usd, total_cost_usd, counts_for_ms, failures_needed, successes_needed,
          dns_ms, connect_ms, tls_ms, ttfb_ms, transfer_ms, late_ms, certificate_expires_at)
        select id, to_timestamp(due / 1000.0), to_timestamp(measured / 1000.0), monitor_id, company_id, endpoint, method,
          verdict <> 'down', verdict, case when verdict = 'down' then 1 else 0 end, status, total, error,
          case when verdict = 'down' then to_timestamp(measured / 1000.0) end,
          cost, cost, counts_for, failures, successes, dns, connect, tls, ttfb, transfer, late,
          to_timestamp(expires / 1000.0)
        from unnest({0}::uuid[], {1}::bigint[], {2}::bigint[], {3}::uuid[], {4}::uuid[], {5}::text[], {6}::text[],
          {7}::text[], {8}::int[], {9}::float8[], {10}::text[], {11}::numeric[], {12}::int[], {13}::int[], {14}::int[],
          {15}::float8[], {16}::float8[], {17}::float8[], {18}::float8[], {19}::float8[], {20}::int[], {21}::bigint[])
          r (id, due, measured, monitor_id, company_id, endpoint, method, verdict, status, total, error, cost,
             counts_for, failures, successes, dns, connect, tls, ttfb, transfer, late, expires)
        on conflict do nothing
        """,
        columns.of(UUID.class, o -> Grid.key(o.monitor().id(), o.sample().at(), 0)),
        columns.of(Long.class, o -> o.sample().at()),
        columns.of(Long.class, Outcome::measuredAt),
        columns.of(UUID.class, o -> o.monitor().id()),
        columns.of(UUID.class, o -> o.monitor().companyId()),
        columns.of(String.class, o -> o.monitor().endpoint()),
        columns.of(String.class, o -> o.monitor().method()),
        columns.of(String.class, o -> o.sample().verdict().code()),
        columns.of(Integer.class, o -> o.probed().status()),
        columns.of(Double.class, ResultStore::responseMs),
        columns.of(String.class, o -> o.probed().error()),
        columns.of(BigDecimal.class, o -> o.monitor().promise().costPerRequestUsd()),
        columns.of(Integer.class, o -> (int) o.sample().countsForMs()),
        columns.of(Integer.class, o -> o.sample().failuresNeeded()),
        columns.of(Integer.class, o -> o.sample().successesNeeded()),
        columns.of(Double.class, o -> o.probed().phases().dns()),
        columns.of(Double.class, o -> o.probed().phases().connect()),
        columns.of(Double.class, o -> o.probed().phases().tls()),
        columns.of(Double.class, o -> o.probed().phases().ttfb()),
        columns.of(Double.class, o -> o.probed().phases().transfer()),
        columns.of(Integer.class, o -> (int) Math.min(Integer.MAX_VALUE, o.lateMs())),
        columns.of(Long.class, o -> millis(o.probed().certificateExpiresAt())));
  }

  /** Only an answer has a response time; how long nothing came is the timeout's. */
  private static @Nullable Double responseMs(Outcome outcome) {
    boolean answered = outcome.probed().passed() || outcome.probed().status() != null;
    return answered ? outcome.probed().totalMs() : null;
  }

  /** Hours that were counted already have to be counted again. */
  private void noteLate(List<Outcome> all) {
    long limit = clock.instant().minus(LATE).toEpochMilli();
    var late = all.stream().filter(one -> one.sample().at() < limit).toList();
    if (late.isEmpty()) {
      return;
    }
    var columns = new Columns<>(late);
    sql.execute(
        """
        insert into apihealth.uptime_recounts (monitor_id, company_id, hour)
        select distinct c.id, c.company_id, date_trunc('hour', to_timestamp(r.due / 1000.0), 'UTC')
        from unnest({0}::uuid[], {1}::bigint[]) r (monitor_id, due)
        join apihealth.api_endpoint_configs c on c.id = r.monitor_id
        on conflict do nothing
        """,
        columns.of(UUID.class, o -> o.monitor().id()),
        columns.of(Long.class, o -> o.sample().at()));
  }

  private void writeStates(List<Outcome> states) {
    var columns = new Columns<>(states);
    sql.execute(
        """
        insert into apihealth.monitor_states as s (monitor_id, company_id, state, since, silenced, fold, last_due_at,
          last_checked_at, counts_until, response_time_ms, status_code, last_error_message, certificate_expires_at)
        select c.id, c.company_id, r.state, to_timestamp(r.since / 1000.0), r.silenced, r.fold::jsonb,
          to_timestamp(r.due / 1000.0), to_timestamp(r.measured / 1000.0), to_timestamp(r.counts_until / 1000.0),
          r.total, r.status, r.error, to_timestamp(r.expires / 1000.0)
        from unnest({0}::uuid[], {1}::text[], {2}::bigint[], {3}::boolean[], {4}::text[], {5}::bigint[], {6}::bigint[],
          {7}::bigint[], {8}::float8[], {9}::int[], {10}::text[], {11}::bigint[])
          r (monitor_id, state, since, silenced, fold, due, measured, counts_until, total, status, error, expires)
        join apihealth.api_endpoint_configs c on c.id = r.monitor_id
        on conflict (monitor_id) do update set state = excluded.state, since = excluded.since,
          silenced = excluded.silenced, fold = excluded.fold, last_due_at = excluded.last_due_at,
          last_checked_at = excluded.last_checked_at, counts_until = excluded.counts_until,
          response_time_ms = excluded.response_time_ms, status_code = excluded.status_code,
          last_error_message = excluded.last_error_message, certificate_expires_at = excluded.certificate_expires_at
        where s.last_due_at is null or s.last_due_at <= excluded.last_due_at
        """,
        columns.of(UUID.class, o -> o.monitor().id()),
        columns.of(String.class, o -> o.after().state().code()),
        columns.of(Long.class, o -> o.after().since()),
        columns.of(Boolean.class, o -> o.after().silenced()),
        columns.of(String.class, o -> States.write(o.after().fold())),
        columns.of(Long.class, o -> o.sample().at()),
        columns.of(Long.class, Outcome::measuredAt),
        // Until the next but one is overdue, answer and storing included.
        columns.of(
            Long.class,
            o ->
                o.sample().at()
                    + o.sample().countsForMs()
                    + o.monitor().watch().timeout().toMillis()),
        columns.of(Double.class, ResultStore::responseMs),
        columns.of(Integer.class, o -> o.probed().status()),
        columns.of(String.class, o -> o.probed().error()),
        columns.of(Long.class, o -> millis(o.probed().certificateExpiresAt())));
  }

  /**
   * Those that are news: not stored before, nor found by a server that lost the monitor to another
   * in the meantime.
   */
  private List<MonitorStateChanged> insertChanges(List<Outcome> all) {
    var changes = new HashMap<UUID, MonitorStateChanged>();
    var order = new ArrayList<MonitorStateChanged>();
    for (var outcome : all) {
      for (int i = 0; i < outcome.changes().size(); i++) {
        var change = change(outcome, i);
        changes.put(change.changeId(), change);
        order.add(change);
      }
    }
    if (order.isEmpty()) {
      return List.of();
    }
    var columns = new Columns<>(order);
    var stored =
        sql.fetch(
                """
                insert into apihealth.monitor_state_changes (id, monitor_id, company_id, from_state, to_state, effective_at,
                  decided_at, reason, silenced, failing_parent_id, created_at)
                select r.id, c.id, c.company_id, r.from_state, r.to_state, to_timestamp(r.effective / 1000.0),
                  to_timestamp(r.decided / 1000.0), r.reason, r.silenced, p.id, to_timestamp(r.decided / 1000.0)
                from unnest({0}::uuid[], {1}::uuid[], {2}::text[], {3}::text[], {4}::bigint[], {5}::bigint[], {6}::text[],
                  {7}::boolean[], {8}::uuid[])
                  r (id, monitor_id, from_state, to_state, effective, decided, reason, silenced, silenced_by)
                join apihealth.api_endpoint_configs c on c.id = r.monitor_id
                left join apihealth.api_endpoint_configs p on p.id = r.silenced_by
                left join apihealth.monitor_states s on s.monitor_id = c.id
                where s.last_due_at is null or s.last_due_at < to_timestamp(r.decided / 1000.0)
                on conflict do nothing
                returning id
                """,
                columns.of(UUID.class, MonitorStateChanged::changeId),
                columns.of(UUID.class, MonitorStateChanged::monitorId),
                columns.of(String.class, c -> c.from().code()),
                columns.of(String.class, c -> c.to().code()),
                columns.of(Long.class, c -> c.effectiveAt().toEpochMilli()),
                columns.of(Long.class, c -> c.decidedAt().toEpochMilli()),
                columns.of(String.class, MonitorStateChanged::reason),
                columns.of(Boolean.class, MonitorStateChanged::silenced),
                columns.of(UUID.class, MonitorStateChanged::silencedBy))
            .intoSet(0, UUID.class);
    return order.stream().filter(change -> stored.contains(change.changeId())).toList();
  }

  private static MonitorStateChanged change(Outcome outcome, int index) {
    var change = outcome.changes().get(index);
    String error = outcome.probed().error();
    return new MonitorStateChanged(
        Grid.key(outcome.monitor().id(), outcome.sample().at(), index + 1),
        outcome.monitor().id(),
        outcome.monitor().companyId(),
        change.from(),
        change.to(),
        Instant.ofEpochMilli(change.effective()),
        Instant.ofEpochMilli(outcome.sample().at()),
        reason(change.to(), error),
        change.silenced(),
        change.silenced() ? outcome.silencedBy() : null);
  }

  private static String reason(MonitorState to, @Nullable String error) {
    return switch (to) {
      case UP -> "";
      case DEGRADED -> "It answers slowly, or its certificate is about to end.";
      case DOWN -> error == null ? "It failed." : error;
      case MAINTENANCE -> "Maintenance.";
      case UNKNOWN -> "Nobody checked.";
    };
  }

  private static @Nullable Long millis(@Nullable Instant at) {
    return at == null ? null : at.toEpochMilli();
  }

  /** Columns instead of rows: one statement stores thousands. */
  private record Columns<T>(List<T> rows) {
    @SuppressWarnings("unchecked")
    <V> Field<V[]> of(Class<V> type, Function<T, @Nullable V> value) {
      var column = (V[]) java.lang.reflect.Array.newInstance(type, rows.size());
      for (int i = 0; i < column.length; i++) {
        column[i] = value.apply(rows.get(i));
      }
      return DSL.val(column);
    }
  }
}
