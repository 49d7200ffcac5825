package dev.hitlai.health;

import dev.hitlai.health.internal.UptimeRows;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How monitors did; figures of the running hour are at most a minute old. */
@Component
public class Uptime {
  private final UptimeRows rows;

  Uptime(UptimeRows rows) {
    this.rows = rows;
  }

  /**
   * Figures by monitor, oldest first, of periods that begin at {@code from} or later and before
   * {@code until}; periods without any are left out.
   */
  @Transactional(readOnly = true)
  public Map<UUID, List<UptimeFigures>> by(
      UptimePeriod period, Collection<UUID> monitorIds, Instant from, Instant until) {
    return rows.by(period, monitorIds, from, until);
  }

  /** Hours merged into one figure for each monitor; percentiles are merged, not averaged. */
  @Transactional(readOnly = true)
  public Map<UUID, UptimeFigures> over(Collection<UUID> monitorIds, Instant from, Instant until) {
    return rows.over(monitorIds, from, until);
  }
}
