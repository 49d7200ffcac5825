package dev.hitlai.platform.jobs;

import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.scheduling.annotation.EnableAsync;

/** Lets jobs and asynchronous listeners ask as the system, under the name of what they do. */
@Configuration(proxyBeanMethods = false)
@EnableAsync
class JobConfiguration {
  private static final int RESUBMISSIONS = 10;

  /** A job sees everything; one that works for a tenant binds that tenant itself. */
  @Bean
  static ExecutionInterceptor jobsAskAsTheSystem() {
    return (task, context, chain) ->
        Tenancy.as(Actor.system(task.getTaskName()), () -> chain.proceed(task, context));
  }

  /** The scheduler reads the same clock as everything else. */
  @Bean
  static com.github.kagkarlsson.scheduler.Clock schedulerClock(Clock clock) {
    return clock::instant;
  }

  /** Asynchronous methods are listeners to facts; page requests have an executor of their own. */
  @Bean
  static AsyncConfigurer listenersAskAsTheSystem() {
    var executor = new SimpleAsyncTaskExecutor("listener-");
    executor.setVirtualThreads(true);
    executor.setTaskTerminationTimeout(Duration.ofSeconds(20).toMillis());
    executor.setTaskDecorator(task -> () -> Tenancy.run(Actor.system("listener"), task::run));
    return new AsyncConfigurer() {
      @Override
      public Executor getAsyncExecutor() {
        return executor;
      }
    };
  }

  /** Hands facts to listeners that failed, again and again, until they have failed too often. */
  @Bean
  static RecurringTask<Void> resubmitEvents(FailedEventPublications failed) {
    return Tasks.recurring("resubmit-events", Schedules.fixedDelay(Duration.ofMinutes(1)))
        .execute(
            (task, context) ->
                failed.resubmit(
                    ResubmissionOptions.defaults()
                        .withBatchSize(100)
                        .withFilter(event -> event.getCompletionAttempts() < RESUBMISSIONS)));
  }
}
