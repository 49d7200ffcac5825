package dev.hitlai.health.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Has hours counted again whose maintenance became known afterwards. */
@Component
public class Recounts {
  private final DSLContext sql;

  Recounts(DSLContext sql) {
    this.sql = sql;
  }

  /** From the hour of an instant until now; inside the transaction of the change. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void from(Collection<UUID> monitorIds, Instant since) {
    sql.execute(
        """
        insert into apihealth.uptime_recounts (monitor_id, company_id, hour)
        select s.monitor_id, s.company_id, s.period_start
        from apihealth.api_uptime_summary s
        where s.monitor_id = any ({0}) and s.period_type = 'hourly'
          and s.period_start >= date_trunc('hour', to_timestamp({1} / 1000.0), 'UTC')
        on conflict do nothing
        """,
        DSL.val(monitorIds.toArray(UUID[]::new)),
        DSL.val((double) since.toEpochMilli()));
  }
}
