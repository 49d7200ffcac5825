package dev.hitlai.health.internal;

import static dev.hitlai.health.internal.jooq.Tables.MONITOR_PARENTS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.health.Monitor;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What monitors depend on; in the transaction of whoever changes one. */
@Component
class MonitorParents {
  private final DSLContext sql;

  MonitorParents(DSLContext sql) {
    this.sql = sql;
  }

  void write(Monitor monitor) {
    for (var parent : monitor.parents()) {
      sql.insertInto(MONITOR_PARENTS)
          .set(MONITOR_PARENTS.MONITOR_ID, monitor.id())
          .set(MONITOR_PARENTS.PARENT_ID, parent)
          .set(MONITOR_PARENTS.COMPANY_ID, monitor.companyId())
          .execute();
    }
  }

  void rewrite(Monitor monitor) {
    sql.deleteFrom(MONITOR_PARENTS).where(MONITOR_PARENTS.MONITOR_ID.eq(monitor.id())).execute();
    write(monitor);
  }

  /**
   * @throws ApiProblem when it would depend on itself, by whatever way
   */
  void requireNoCircle(Monitor monitor) {
    var seen = new HashSet<UUID>();
    var open = new ArrayDeque<>(monitor.parents());
    while (!open.isEmpty()) {
      var id = open.remove();
      if (id.equals(monitor.id())) {
        throw ApiProblem.invalid("parents", "would make the monitor depend on itself");
      }
      if (seen.add(id)) {
        open.addAll(
            sql.select(MONITOR_PARENTS.PARENT_ID)
                .from(MONITOR_PARENTS)
                .where(MONITOR_PARENTS.MONITOR_ID.eq(id))
                .fetch(MONITOR_PARENTS.PARENT_ID));
      }
    }
  }
}
