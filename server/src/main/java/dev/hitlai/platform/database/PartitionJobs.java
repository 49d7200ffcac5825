package dev.hitlai.platform.database;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;

/** Makes and drops partitions, several times a day: one missed run must not matter. */
@Configuration(proxyBeanMethods = false)
class PartitionJobs {
  private static final Logger LOG = LoggerFactory.getLogger(PartitionJobs.class);

  @Bean
  static RecurringTask<Void> partitions(
      OwnerDatabase owner, RetentionSettings retention, Clock clock) {
    var partitions = new Partitions(owner, clock);
    return Tasks.recurring("partitions", Schedules.fixedDelay(Duration.ofHours(6)))
        .execute((task, context) -> keep(partitions, retention));
  }

  private static void keep(Partitions partitions, RetentionSettings retention) {
    try {
      partitions.makeAhead();
      var dropped = partitions.dropExpired(retention);
      if (!dropped.isEmpty()) {
        LOG.info("Dropped partitions past retention: {}", dropped);
      }
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("Can't keep the partitions", e);
    }
  }
}
