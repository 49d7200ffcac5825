package dev.hitlai.notifications.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.hitlai.notifications.internal.mail.DigestMails;
import dev.hitlai.notifications.internal.mail.MailSettings;
import dev.hitlai.notifications.internal.mail.OutboxDrain;
import dev.hitlai.notifications.internal.webhooks.Dispatch;
import dev.hitlai.notifications.internal.webhooks.WebhookSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What sends what waits, and clears away what is old. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailSettings.class, WebhookSettings.class})
class NotificationJobs {
  @Bean
  static RecurringTask<Void> drainMailOutbox(OutboxDrain outbox) {
    return Tasks.recurring("drain-mail-outbox", Schedules.fixedDelay(Duration.ofSeconds(20)))
        .execute((task, context) -> outbox.drain());
  }

  @Bean
  static RecurringTask<Void> sendDigests(DigestMails digests) {
    return Tasks.recurring("send-digests", Schedules.fixedDelay(Duration.ofMinutes(5)))
        .execute((task, context) -> digests.send());
  }

  /** Only starts workers: a receiver that hangs must not hold up the other jobs. */
  @Bean
  static RecurringTask<Void> deliverWebhooks(Dispatch dispatch) {
    return Tasks.recurring("deliver-webhooks", Schedules.fixedDelay(Duration.ofSeconds(5)))
        .execute((task, context) -> dispatch.start());
  }

  @Bean
  static RecurringTask<Void> forgetOldNotices(OldNotices notices) {
    return Tasks.recurring("forget-old-notices", Schedules.fixedDelay(Duration.ofHours(6)))
        .execute((task, context) -> notices.sweep());
  }
}
