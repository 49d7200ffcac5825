package dev.hitlai.health;

import dev.hitlai.health.internal.MonitorRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which monitors there are and how each does now; shows what the caller may see. */
@Component
public class Monitors {
  private final MonitorRows rows;

  Monitors(MonitorRows rows) {
    this.rows = rows;
  }

  /** Active ones of an owner by name; null: the platform's own. */
  @Transactional(readOnly = true)
  public List<Monitor> of(@Nullable UUID companyId) {
    return rows.of(companyId);
  }

  /** Those that the public status page shows, by category and name. */
  @Transactional(readOnly = true)
  public List<Monitor> shownPublicly() {
    return rows.shownPublicly();
  }

  @Transactional(readOnly = true)
  public Optional<Monitor> find(UUID id) {
    return rows.find(id);
  }

  /** How they do now; a monitor that was never checked is unknown. */
  @Transactional(readOnly = true)
  public Map<UUID, MonitorStatus> statuses(List<Monitor> monitors) {
    return rows.statuses(monitors);
  }

  /** What changed, newest first. */
  @Transactional(readOnly = true)
  public List<MonitorStateChanged> changes(UUID monitorId, int limit) {
    return rows.changes(monitorId, limit);
  }
}
