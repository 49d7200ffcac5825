package dev.hitlai.recording.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.hitlai.recording.internal.bots.PayoutHolds;
import dev.hitlai.recording.internal.sessions.SessionLife;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What looks after recordings; each on one server at a time. */
@Configuration(proxyBeanMethods = false)
class RecordingJobs {
  @Bean
  static RecurringTask<Void> addUpRecordings(SessionLife life) {
    return Tasks.recurring("add-up-recordings", Schedules.fixedDelay(Duration.ofSeconds(15)))
        .execute(
            (task, context) -> {
              life.addUp();
              life.endIdle();
            });
  }

  @Bean
  static RecurringTask<Void> analyseRecordings(SessionLife life, PayoutHolds holds) {
    return Tasks.recurring("analyse-recordings", Schedules.fixedDelay(Duration.ofSeconds(20)))
        .execute(
            (task, context) -> {
              life.analyse();
              holds.catchUp();
            });
  }

  @Bean
  static RecurringTask<Void> letGoOfRecordings(SessionLife life) {
    return Tasks.recurring("let-go-of-recordings", Schedules.fixedDelay(Duration.ofHours(1)))
        .execute((task, context) -> life.letGo());
  }
}
