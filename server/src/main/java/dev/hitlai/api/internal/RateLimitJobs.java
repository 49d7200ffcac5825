package dev.hitlai.api.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.hitlai.api.RateLimits;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Buckets that are full again say nothing and go. */
@Configuration(proxyBeanMethods = false)
class RateLimitJobs {
  @Bean
  static RecurringTask<Void> sweepRateLimits(RateLimits limits) {
    return Tasks.recurring("sweep-rate-limits", Schedules.fixedDelay(Duration.ofMinutes(5)))
        .execute((task, context) -> limits.sweep());
  }
}
