package dev.hitlai.health.internal;

import dev.hitlai.platform.Vault;
import java.time.Clock;
import org.jooq.DSLContext;
import tools.jackson.databind.json.JsonMapper;

/** Makes what only this package can make. */
public final class EngineParts {
  private EngineParts() {}

  /** Reads monitors without headers, so that nothing has to be unsealed. */
  public static MonitorRows monitors(DSLContext sql, Clock clock) {
    Vault none = null;
    return new MonitorRows(sql, new MonitorFields(none, JsonMapper.shared()), clock);
  }

  public static UptimeRows uptime(DSLContext sql) {
    return new UptimeRows(sql);
  }

  public static MaintenanceRows maintenance(DSLContext sql) {
    return new MaintenanceRows(sql);
  }
}
