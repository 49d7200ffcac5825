package dev.hitlai.programs.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What time alone brings: invitations that lapse, deadlines, drafts that are forgotten. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProgramSettings.class)
class ProgramJobs {
  private static final Duration OFTEN = Duration.ofMinutes(10);

  @Bean
  static RecurringTask<Void> lapseInvitations(FreedSpots freed) {
    return Tasks.recurring("programs-lapse", Schedules.fixedDelay(OFTEN))
        .execute((task, context) -> freed.lapse());
  }

  @Bean
  static RecurringTask<Void> lookAfterCommitments(Commitments commitments) {
    return Tasks.recurring("programs-commitments", Schedules.fixedDelay(OFTEN))
        .execute((task, context) -> Tenancy.run(Actor.system("commitments"), commitments::look));
  }

  @Bean
  static RecurringTask<Void> forgetDrafts(ApplicationDrafts drafts) {
    return Tasks.recurring("programs-drafts", Schedules.fixedDelay(Duration.ofHours(6)))
        .execute((task, context) -> drafts.sweep());
  }
}
