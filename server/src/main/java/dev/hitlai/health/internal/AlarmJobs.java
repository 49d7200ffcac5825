package dev.hitlai.health.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.hitlai.health.internal.alerts.AlertEvaluation;
import dev.hitlai.health.internal.incidents.IncidentReminders;
import dev.hitlai.health.internal.incidents.Outages;
import dev.hitlai.health.internal.maintenance.MaintenanceClock;
import dev.hitlai.health.internal.subscriptions.SubscriptionUpkeep;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What looks after alarms, incidents, maintenance and subscriptions; each on one server at a time.
 */
@Configuration(proxyBeanMethods = false)
class AlarmJobs {
  @Bean
  static RecurringTask<Void> evaluateAlertRules(AlertEvaluation evaluation) {
    return Tasks.recurring("evaluate-alert-rules", Schedules.fixedDelay(Duration.ofSeconds(15)))
        .execute((task, context) -> Tenancy.run(Actor.system("alert rules"), evaluation::evaluate));
  }

  /** Changes are announced as they happen; this finds those whose announcement was lost. */
  @Bean
  static RecurringTask<Void> followOutages(Outages outages) {
    return Tasks.recurring("follow-outages", Schedules.fixedDelay(Duration.ofSeconds(10)))
        .execute(
            (task, context) ->
                Tenancy.run(
                    Actor.system("incidents"),
                    () -> {
                      outages.waiting().forEach(outages::follow);
                      outages.calmed().forEach(outages::settle);
                    }));
  }

  @Bean
  static RecurringTask<Void> remindOfIncidents(IncidentReminders reminders) {
    return Tasks.recurring("remind-of-incidents", Schedules.fixedDelay(Duration.ofMinutes(5)))
        .execute(
            (task, context) ->
                Tenancy.run(Actor.system("incident reminders"), () -> reminders.remind()));
  }

  @Bean
  static RecurringTask<Void> beginAndEndMaintenance(MaintenanceClock maintenance) {
    return Tasks.recurring("begin-and-end-maintenance", Schedules.fixedDelay(Duration.ofSeconds(5)))
        .execute((task, context) -> Tenancy.run(Actor.system("maintenance"), maintenance::look));
  }

  @Bean
  static RecurringTask<Void> forgetSubscriptions(SubscriptionUpkeep upkeep) {
    return Tasks.recurring("forget-status-subscriptions", Schedules.fixedDelay(Duration.ofHours(6)))
        .execute((task, context) -> Tenancy.run(Actor.system("subscriptions"), upkeep::sweep));
  }
}
