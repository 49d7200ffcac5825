package dev.hitlai.health.internal.maintenance;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.MonitorChanged;
import dev.hitlai.health.Monitors;
import dev.hitlai.health.Recounts;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the checks, and the uptime that was counted already, that planned work changed. */
@Component
class Affected {
  private final Monitors monitors;
  private final Recounts recounts;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Affected(Monitors monitors, Recounts recounts, ApplicationEventPublisher events, Clock clock) {
    this.monitors = monitors;
    this.recounts = recounts;
    this.events = events;
    this.clock = clock;
  }

  /**
   * In the transaction of the change.
   *
   * @param before null of new work
   */
  void changed(@Nullable Window before, Window after) {
    Set<UUID> ids = new LinkedHashSet<>();
    List<Monitor> all = monitors.of(null);
    for (var monitor : all) {
      if (after.concerns(monitor.id(), monitor.endpoint())
          || before != null && before.concerns(monitor.id(), monitor.endpoint())) {
        ids.add(monitor.id());
      }
    }
    ids.forEach(id -> events.publishEvent(new MonitorChanged(id)));
    Instant since = earliest(before, after);
    if (since.isBefore(clock.instant()) && !ids.isEmpty()) {
      recounts.from(ids, since);
    }
  }

  private static Instant earliest(@Nullable Window before, Window after) {
    return before == null || after.begins().isBefore(before.begins())
        ? after.begins()
        : before.begins();
  }
}
