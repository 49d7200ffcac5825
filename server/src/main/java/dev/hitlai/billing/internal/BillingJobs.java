package dev.hitlai.billing.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the books do by night. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BillingSettings.class)
class BillingJobs {
  private static final LocalTime INVOICES = LocalTime.of(2, 10);
  private static final LocalTime BONUSES = LocalTime.of(3, 10);

  /** Every night, so that a night that was missed on the first is made up for. */
  @Bean
  static RecurringTask<Void> issueInvoices(InvoiceRun invoices) {
    return Tasks.recurring("issue-invoices", Schedules.daily(ZoneOffset.UTC, INVOICES))
        .execute((task, context) -> invoices.issueDue());
  }

  @Bean
  static RecurringTask<Void> askForRefunds(Refunds refunds) {
    return Tasks.recurring("ask-for-refunds", FixedDelay.of(Duration.ofMinutes(10)))
        .execute((task, context) -> refunds.askAgain());
  }

  @Bean
  static RecurringTask<Void> payBonuses(Bonuses bonuses) {
    return Tasks.recurring("pay-bonuses", Schedules.daily(ZoneOffset.UTC, BONUSES))
        .execute((task, context) -> bonuses.payDue());
  }
}
