package dev.hitlai.unlock.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is looked at from time to time, because nobody tells when it changes. */
@Configuration(proxyBeanMethods = false)
class UnlockJobs {
  private static final Actor ACTOR = Actor.system("unlock");

  /** Ratings, verdicts and the figures of other modules may open a phase too. */
  @Bean
  static RecurringTask<Void> measurePhases(Recount recount) {
    return Tasks.recurring("measure-phases", Schedules.fixedDelay(Duration.ofMinutes(1)))
        .execute((task, context) -> Tenancy.run(ACTOR, recount::measure));
  }

  @Bean
  static RecurringTask<Void> recountTests(Recount recount) {
    return Tasks.recurring("recount-tests", Schedules.fixedDelay(Duration.ofHours(24)))
        .execute((task, context) -> Tenancy.run(ACTOR, recount::everything));
  }
}
