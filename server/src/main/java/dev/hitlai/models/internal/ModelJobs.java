package dev.hitlai.models.internal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The durable jobs of models. */
@Configuration(proxyBeanMethods = false)
class ModelJobs {
  /** A measuring whose server died is picked up by another and begins anew. */
  @Bean
  Task<Void> modelsBenchmark(Benchmarks benchmarks) {
    return Tasks.oneTime(Benchmarks.JOB)
        .onDeadExecutionRevive()
        .execute((instance, _) -> benchmarks.work(UUID.fromString(instance.getId())));
  }

  /** Calls that died with their server, and answers that nobody asks for any more. */
  @Bean
  Task<Void> modelsSweep(StoredLedger ledger, Decisions decisions) {
    return Tasks.recurring("models-sweep", FixedDelay.of(Duration.ofMinutes(5)))
        .execute(
            (_, _) -> {
              ledger.sweep();
              decisions.sweep();
            });
  }
}
