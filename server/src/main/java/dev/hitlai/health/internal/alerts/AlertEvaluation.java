package dev.hitlai.health.internal.alerts;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.MonitorState;
import dev.hitlai.health.MonitorStatus;
import dev.hitlai.health.Monitors;
import dev.hitlai.health.internal.incidents.RuleIncidents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at all rules once; for a system's actor, on one server at a time. What a rule changes, whom
 * it is told and that it was looked at is one transaction for each rule.
 */
@Component
public class AlertEvaluation {
  private final RuleRows rules;
  private final FiringRows firings;
  private final LiveFigures live;
  private final Monitors monitors;
  private final AlertNotices notices;
  private final RuleIncidents incidents;
  private final TransactionTemplate transactions;
  private final Clock clock;

  AlertEvaluation(
      RuleRows rules,
      FiringRows firings,
      LiveFigures live,
      Monitors monitors,
      AlertNotices notices,
      RuleIncidents incidents,
      TransactionTemplate transactions,
      Clock clock) {
    this.rules = rules;
    this.firings = firings;
    this.live = live;
    this.monitors = monitors;
    this.notices = notices;
    this.incidents = incidents;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What is known at the moment of looking. */
  private record Look(
      Instant at,
      List<Monitor> monitors,
      Map<UUID, MonitorStatus> statuses,
      Map<UUID, Figures> figures) {
    boolean silenced(Monitor monitor) {
      var status = statuses.get(monitor.id());
      return status != null && (status.state() == MonitorState.MAINTENANCE || status.silenced())
          || monitor.parents().stream()
              .map(statuses::get)
              .filter(Objects::nonNull)
              .anyMatch(parent -> parent.state() == MonitorState.DOWN);
    }
  }

  public void evaluate() {
    List<AlertRule> active = Objects.requireNonNull(transactions.execute(_ -> rules.active()));
    if (active.isEmpty()) {
      return;
    }
    Look look = Objects.requireNonNull(transactions.execute(_ -> look(active)));
    for (var rule : active) {
      transactions.executeWithoutResult(_ -> settle(rule.id(), look));
    }
  }

  private Look look(List<AlertRule> active) {
    Instant now = clock.instant();
    var watched = monitors.of(null).stream().filter(one -> one.watch().enabled()).toList();
    var windows = new HashMap<UUID, Set<Duration>>();
    for (var monitor : watched) {
      for (var rule : active) {
        if (rule.concerns(monitor)) {
          windows
              .computeIfAbsent(monitor.id(), _ -> new HashSet<>())
              .addAll(rule.terms().windows(monitor.watch().interval()));
        }
      }
    }
    return new Look(now, watched, monitors.statuses(watched), live.of(windows, now));
  }

  private void settle(UUID ruleId, Look look) {
    // Locked, and read anew: it may have been changed or deleted since the look began.
    var row = rules.locked(ruleId);
    if (row.isEmpty() || !row.get().getIsActive()) {
      return;
    }
    var rule = RuleRows.read(row.get());
    var states = new HashMap<>(firings.states(ruleId));
    var fired = new ArrayList<Firing>();
    var resolved = new ArrayList<Firing>();
    for (var monitor : look.monitors()) {
      var figures = look.figures().get(monitor.id());
      if (rule.concerns(monitor) && figures != null) {
        var before = states.remove(monitor.id());
        settle(rule, monitor, figures, before, look, fired, resolved);
      }
    }
    endUnwatched(rule, states);
    tell(rule, fired, resolved);
  }

  private void tell(AlertRule rule, List<Firing> fired, List<Firing> resolved) {
    if (rule.isSnoozed(clock.instant())) {
      firings.postpone(fired.stream().map(Firing::id).toList());
    } else {
      // Those that fire just now aren't marked, so that none is told twice.
      var all = new ArrayList<>(firings.postponed(rule.id()));
      all.addAll(fired);
      if (!all.isEmpty()) {
        notices.tellFired(rule, all);
      }
    }
    // Whoever heard of the beginning hears of the end, also meanwhile; nobody else does.
    var heard = resolved.stream().filter(firing -> !firing.waitsToBeTold()).toList();
    if (!heard.isEmpty()) {
      notices.tellResolved(rule, heard);
    }
  }

  private void settle(
      AlertRule rule,
      Monitor monitor,
      Figures figures,
      @Nullable AlertState before,
      Look look,
      List<Firing> fired,
      List<Firing> resolved) {
    var terms = rule.terms();
    var reading =
        Reading.of(terms, figures, monitor.watch().interval(), DryRun.allowedShare(monitor));
    var state = before == null ? AlertState.calm(look.at()) : before;
    var step = state.after(reading, look.silenced(monitor), look.at(), terms.hold());
    if (before != null || !step.next().isCalm()) {
      firings.save(rule.id(), monitor.id(), step.next(), reading.map(Reading::value).orElse(null));
    }
    double value = reading.map(Reading::value).orElse(0.0);
    switch (step.turn()) {
      case FIRED -> fire(rule, monitor, value).ifPresent(fired::add);
      case RESOLVED ->
          firings
              .end(rule.id(), monitor.id(), "The value is back.")
              .ifPresent(
                  firing -> {
                    recover(rule, monitor);
                    resolved.add(firing);
                  });
      case HUSHED -> {
        firings.end(rule.id(), monitor.id(), "Maintenance began, or what it depends on went down.");
        recover(rule, monitor);
      }
      case NONE -> {
        if (step.next().firing() && reading.isPresent()) {
          firings.worse(rule.id(), monitor.id(), terms.comparison(), value);
        }
      }
    }
  }

  private Optional<Firing> fire(AlertRule rule, Monitor monitor, double value) {
    var id = firings.begin(rule, monitor, value, false);
    if (id.isPresent() && rule.createIncident()) {
      var incident =
          incidents.open(
              new RuleIncidents.Cause(
                  rule.id(),
                  rule.name(),
                  rule.terms().metric().code(),
                  rule.terms().severity().code(),
                  rule.condition() + "; it is " + rule.value(value) + "."),
              monitor);
      firings.linkIncident(id.get(), incident);
    }
    return id.flatMap(firings::find);
  }

  private void recover(AlertRule rule, Monitor monitor) {
    if (rule.createIncident()) {
      incidents.recovered(rule.id(), monitor.id());
    }
  }

  /** What fired for a monitor that is gone or switched off has nobody to end it. */
  private void endUnwatched(AlertRule rule, Map<UUID, AlertState> left) {
    left.keySet().forEach(id -> firings.end(rule.id(), id, "The monitor is no longer watched."));
    if (!left.isEmpty()) {
      firings.forget(rule.id(), left.keySet());
    }
  }
}
