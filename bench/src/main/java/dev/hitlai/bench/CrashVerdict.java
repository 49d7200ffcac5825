package dev.hitlai.bench;

import dev.hitlai.health.MonitorState;
import dev.hitlai.health.internal.rollup.Rollups;
import dev.hitlai.health.internal.state.Sample;
import dev.hitlai.health.internal.state.Shown;
import dev.hitlai.health.internal.state.Spans;
import dev.hitlai.health.internal.state.Verdict;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What is stored and what arrived, against what the site saw. */
final class CrashVerdict {
  private final DSLContext sql;
  private final TransactionTemplate transactions;
  private final Rollups rollups;
  private final CrashSite site;
  private final List<HealthCrashBench.Kill> kills;
  private final List<String> wrong = new ArrayList<>();
  private long checks;
  private long changes;
  private long blindMs;
  private long unknownMs;
  private long blindUpMs;

  CrashVerdict(
      ConfigurableApplicationContext context, CrashSite site, List<HealthCrashBench.Kill> kills) {
    sql = context.getBean(DSLContext.class);
    transactions = context.getBean(TransactionTemplate.class);
    rollups = context.getBean(Rollups.class);
    this.site = site;
    this.kills = kills;
  }

  /** Whether of every outage the beginning and the end has arrived. */
  static boolean allTold(CrashSite site, int outages) {
    return count(site, "incident.resolved").size() >= outages
        && count(site, "alert.resolved").size() >= outages;
  }

  /** How many different messages told of a monitor. */
  private static Map<UUID, Integer> count(CrashSite site, String event) {
    var counts = new HashMap<UUID, Integer>();
    for (var message : site.messages()) {
      if (message.event().equals(event)) {
        var alerts = message.data().at("/alerts");
        var about =
            alerts.isArray()
                ? StreamSupport.stream(alerts.spliterator(), false).toList()
                : List.of(message.data());
        about.forEach(
            one -> counts.merge(UUID.fromString(one.at("/monitorId").asString()), 1, Integer::sum));
      }
    }
    return counts;
  }

  /**
   * Sentences about what is wrong.
   *
   * @param metrics to be filled
   */
  List<String> judge(Map<String, Object> metrics) {
    var monitors =
        system(
            () ->
                sql.fetch(
                    "select id, display_name, company_id, created_at from"
                        + " apihealth.api_endpoint_configs where target_url like '%/m/%'"));
    var ids = Set.copyOf(monitors.getValues("id", UUID.class));
    Instant first = monitors.getValues("created_at", Instant.class).getFirst();
    system(
        () -> {
          rollups.recount(ids, first);
          return 0;
        });
    Tenancy.run(Actor.system("crash bench"), rollups::run);
    for (var monitor : monitors) {
      system(
          () -> {
            transitions(monitor);
            if (failed(monitor)) {
              incident(monitor);
            }
            uptime(monitor);
            return 0;
          });
    }
    told(monitors.stream().filter(this::failed).toList());
    long copies = site.messages().stream().mapToInt(message -> message.copies() - 1).sum();
    metrics.put("outages", kills.size() * 2);
    metrics.put("kills", kills.size());
    metrics.put("checksStored", checks);
    metrics.put("transitions", changes);
    metrics.put("messages", site.messages().size());
    metrics.put("deliveredAgainWithSameId", copies);
    metrics.put("blindSeconds", blindMs / 1000);
    metrics.put("unknownSeconds", unknownMs / 1000);
    metrics.put("blindShownAsSeenSeconds", blindUpMs / 1000.0);
    return wrong;
  }

  /** A run that was broken off is judged as far as it came. */
  private boolean failed(Record monitor) {
    String name = name(monitor);
    return Integer.parseInt(name.substring(name.indexOf('-') + 1)) < kills.size();
  }

  private <T> T system(Supplier<T> work) {
    return Tenancy.as(Actor.system("crash bench"), () -> transactions.execute(_ -> work.get()));
  }

  private record Turn(String from, String to, long at) {}

  /** All checks that were stored, followed once more, give just the changes that were stored. */
  private void transitions(Record monitor) {
    var expected = new ArrayList<Turn>();
    var shown = Shown.fresh(monitor.get("created_at", Instant.class).toEpochMilli());
    var rows =
        sql.fetch(
            "select created_at, verdict, counts_for_ms, failures_needed, successes_needed from"
                + " apihealth.api_health_metrics where monitor_id = ? and verdict is not null order"
                + " by created_at",
            id(monitor));
    checks += rows.size();
    for (var row : rows) {
      var sample =
          new Sample(
              row.get(0, Instant.class).toEpochMilli(),
              Verdict.of(row.get(1, String.class)),
              row.get(2, Integer.class),
              row.get(3, Integer.class),
              row.get(4, Integer.class));
      var step = shown.after(sample, Spans.NONE, false);
      shown = step.next();
      step.changes()
          .forEach(c -> expected.add(new Turn(c.from().code(), c.to().code(), c.effective())));
    }
    var stored =
        sql.fetch(
                "select from_state, to_state, effective_at from apihealth.monitor_state_changes"
                    + " where monitor_id = ? order by decided_at, effective_at",
                id(monitor))
            .map(
                row ->
                    new Turn(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, Instant.class).toEpochMilli()));
    changes += stored.size();
    if (!expected.equals(stored)) {
      wrong.add(name(monitor) + " has the changes " + stored + " instead of " + expected);
    }
    if (shown.state() != MonitorState.UP) {
      wrong.add(name(monitor) + " ends " + shown.state());
    }
  }

  private void incident(Record monitor) {
    var rows =
        sql.fetch(
            "select i.status, i.started_at, (select min(c.effective_at) from"
                + " apihealth.monitor_state_changes c where c.monitor_id = i.monitor_id and"
                + " c.to_state = 'down') from apihealth.api_incidents i where i.monitor_id = ? and"
                + " i.cause = 'outage'",
            id(monitor));
    if (rows.size() != 1) {
      wrong.add(name(monitor) + " has " + rows.size() + " incidents instead of 1");
      return;
    }
    var row = rows.getFirst();
    if (!"resolved".equals(row.get(0, String.class))) {
      wrong.add(name(monitor) + "'s incident is " + row.get(0, String.class));
    }
    if (!row.get(1, Instant.class).equals(row.get(2, Instant.class))) {
      wrong.add(name(monitor) + "'s incident began " + row.get(1) + ", the outage " + row.get(2));
    }
  }

  /**
   * Time in which nobody looked, longer than a check counts, is neither up nor down: of the states
   * and of the sums of the hours.
   */
  private void uptime(Record monitor) {
    var asked = site.asked(name(monitor));
    long counts = Duration.ofSeconds(2).toMillis();
    long blind = 0;
    for (int i = 1; i < asked.size(); i++) {
      long from = asked.get(i - 1).at() + counts;
      long until = asked.get(i).at();
      if (kills.stream().anyMatch(kill -> kill.at() < until && kill.at() > from - counts)
          && until > from) {
        blind += until - from;
        // A check arrives a little after it was due, which is what states go by.
        seen(monitor, from + SLACK, until - SLACK);
      }
    }
    blindMs += blind;
    var sums =
        sql.fetchSingle(
            "select coalesce(sum(unknown_ms), 0), coalesce(sum(up_ms + down_ms), 0) from"
                + " apihealth.api_uptime_summary where monitor_id = ? and period_type = 'hourly'",
            id(monitor));
    long unknown = sums.get(0, Long.class);
    unknownMs += unknown;
    if (unknown < blind - SLACK * kills.size()) {
      wrong.add(name(monitor) + ": " + unknown + " ms unknown, though blind for " + blind);
    }
  }

  private static final long SLACK = 300;

  private void seen(Record monitor, long from, long until) {
    if (from >= until) {
      return;
    }
    var rows =
        sql.fetch(
            """
            select to_state, extract(epoch from effective_at)::numeric * 1000 as since,
              coalesce(extract(epoch from lead(effective_at) over (order by decided_at, effective_at))::numeric * 1000, 1e15)
                as ends
            from apihealth.monitor_state_changes where monitor_id = ?
            """,
            id(monitor));
    for (var row : rows) {
      long overlap =
          Math.min(until, row.get("ends", Long.class))
              - Math.max(from, row.get("since", Long.class));
      if (overlap > 0 && !"unknown".equals(row.get(0, String.class))) {
        blindUpMs += overlap;
        wrong.add(
            name(monitor) + " shows " + row.get(0) + " for " + overlap + " ms of a blind time");
      }
    }
  }

  /** Beginning and end were told once each of every outage. */
  private void told(List<? extends Record> monitors) {
    for (var monitor : monitors) {
      boolean company = monitor.get("company_id") != null;
      for (String event :
          company
              ? List.of("incident.opened", "incident.resolved")
              : List.of("alert.firing", "alert.resolved")) {
        int times = count(site, event).getOrDefault(id(monitor), 0);
        if (times != 1) {
          wrong.add(name(monitor) + ": " + event + " came " + times + " times");
        }
      }
    }
  }

  private static UUID id(Record monitor) {
    return monitor.get("id", UUID.class);
  }

  private static String name(Record monitor) {
    return monitor.get("display_name", String.class);
  }
}
