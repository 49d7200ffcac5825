package dev.hitlai.health.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.hitlai.health.internal.rollup.Rollups;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What keeps figures up to date. Checks aren't jobs: see the package engine. */
@Configuration(proxyBeanMethods = false)
class HealthJobs {
  @Bean
  static RecurringTask<Void> countUptime(Rollups rollups) {
    return Tasks.recurring("count-uptime", Schedules.fixedDelay(Duration.ofMinutes(1)))
        .execute((task, context) -> rollups.run());
  }

  @Bean
  static RecurringTask<Void> forgetChecks(ForgottenChecks forgotten) {
    return Tasks.recurring("forget-checks", Schedules.fixedDelay(Duration.ofMinutes(20)))
        .execute(
            (task, context) -> Tenancy.run(Actor.system("forgotten checks"), forgotten::sweep));
  }
}
