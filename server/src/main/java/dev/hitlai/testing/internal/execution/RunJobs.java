package dev.hitlai.testing.internal.execution;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testing.internal.runs.ReportLinks;
import dev.hitlai.testing.internal.runs.RunQueue;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The durable jobs that carry runs out. */
@Configuration(proxyBeanMethods = false)
class RunJobs {
  private static final Duration AFTER_OUR_FAILURE = Duration.ofSeconds(10);

  /** One attempt; a job whose server died is picked up by another and begins the run anew. */
  @Bean
  Task<Void> testingRun(RunWorker worker) {
    return Tasks.custom(RunQueue.JOB)
        .onDeadExecutionRevive()
        .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_OUR_FAILURE))
        .execute(
            (instance, context) -> {
              var next =
                  worker.work(
                      UUID.fromString(instance.getId()),
                      context.getExecution().pickedBy,
                      () -> context.getSchedulerState().isShuttingDown());
              return switch (next) {
                case RunWorker.Next.Done _ -> new CompletionHandler.OnCompleteRemove<>();
                case RunWorker.Next.Again again ->
                    (complete, operations) -> operations.reschedule(complete, again.at());
              };
            });
  }

  /** Lets nothing wait for ever: after a change of limits, or when a job's row was lost. */
  @Bean
  Task<Void> testingQueueSweep(RunQueue queue, TransactionTemplate transactions) {
    return Tasks.recurring("testing-queue-sweep", FixedDelay.of(Duration.ofMinutes(1)))
        .execute(
            (_, _) ->
                Tenancy.run(
                    Actor.system("test queue"),
                    () ->
                        transactions.executeWithoutResult(
                            _ -> {
                              queue.companiesWaiting().forEach(queue::advance);
                              queue.restoreLostJobs();
                            })));
  }

  @Bean
  Task<Void> forgetReportLinks(ReportLinks links) {
    return Tasks.recurring("forget-report-links", FixedDelay.of(Duration.ofHours(6)))
        .execute((_, _) -> links.sweep());
  }
}
