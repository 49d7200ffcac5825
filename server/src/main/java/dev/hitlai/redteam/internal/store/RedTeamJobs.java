package dev.hitlai.redteam.internal.store;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.hitlai.redteam.Category;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The durable jobs of the red team. */
@Configuration(proxyBeanMethods = false)
class RedTeamJobs {
  private static final EnumSet<Category> DAILY =
      EnumSet.of(Category.PROMPT_INJECTION, Category.JAILBREAK, Category.PRIVACY);

  /** A campaign whose server died is picked up by another and begins anew. */
  @Bean
  static Task<Void> redTeamCampaign(CampaignWork work) {
    return Tasks.oneTime(Campaigns.JOB)
        .onDeadExecutionRevive()
        .execute((instance, _) -> work.work(UUID.fromString(instance.getId())));
  }

  @Bean
  static RecurringTask<Void> redTeamDaily(Rounds rounds) {
    return Tasks.recurring("red-team-daily", Schedules.daily(ZoneOffset.UTC, LocalTime.of(2, 40)))
        .execute((task, context) -> rounds.start(DAILY));
  }

  /** Looked at each day, done on Sundays. */
  @Bean
  static RecurringTask<Void> redTeamWeekly(Rounds rounds) {
    return Tasks.recurring("red-team-weekly", Schedules.daily(ZoneOffset.UTC, LocalTime.of(4, 40)))
        .execute((task, context) -> rounds.startOn(DayOfWeek.SUNDAY, EnumSet.complementOf(DAILY)));
  }
}
