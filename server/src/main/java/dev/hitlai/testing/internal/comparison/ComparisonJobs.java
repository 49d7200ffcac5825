package dev.hitlai.testing.internal.comparison;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Figures of AI testers are reckoned from time to time. */
@Configuration(proxyBeanMethods = false)
class ComparisonJobs {
  @Bean
  static RecurringTask<Void> reckonAiTesters(AiReckoning reckoning) {
    return Tasks.recurring("reckon-ai-testers", FixedDelay.of(Duration.ofHours(1)))
        .execute((_, _) -> Tenancy.run(Actor.system("ai performance"), reckoning::recent));
  }
}
