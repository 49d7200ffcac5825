package dev.hitlai.safety.internal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The durable jobs of safety. */
@Configuration(proxyBeanMethods = false)
class SafetyJobs {
  private static final Actor PLATFORM = Actor.system("safety");

  @Bean
  Task<Void> safetyAlignment(AlignmentDays days) {
    return Tasks.recurring("safety-alignment", FixedDelay.of(Duration.ofHours(1)))
        .execute((_, _) -> Tenancy.run(PLATFORM, days::reckon));
  }

  @Bean
  Task<Void> safetyBias(BiasAudits audits) {
    return Tasks.recurring("safety-bias", new Daily(ZoneOffset.UTC, LocalTime.of(3, 10)))
        .execute((_, _) -> Tenancy.run(PLATFORM, audits::run));
  }

  @Bean
  Task<Void> safetyBoard(Board board) {
    return Tasks.recurring("safety-board", new Daily(ZoneOffset.UTC, LocalTime.of(3, 40)))
        .execute((_, _) -> Tenancy.run(PLATFORM, board::lookAfter));
  }
}
