package dev.hitlai.identity.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is cleared away from time to time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountRetention.class)
class IdentityJobs {
  @Bean
  static RecurringTask<Void> forgetStoredAnswers(StoredAnswers answers) {
    return Tasks.recurring("forget-stored-answers", Schedules.fixedDelay(Duration.ofHours(1)))
        .execute((task, context) -> answers.sweep());
  }

  @Bean
  static RecurringTask<Void> forgetOldRecords(OldRecords records) {
    return Tasks.recurring("forget-old-records", Schedules.fixedDelay(Duration.ofHours(6)))
        .execute((task, context) -> records.sweep());
  }

  /** Companies first: their owners can only go when nothing is left without one. */
  @Bean
  static RecurringTask<Void> endCompaniesAndAccounts(Closings closings, Erasures erasures) {
    return Tasks.recurring("end-companies-and-accounts", Schedules.fixedDelay(Duration.ofHours(1)))
        .execute(
            (task, context) -> {
              closings.carryOut();
              erasures.carryOut();
            });
  }
}
