package dev.hitlai.training.internal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.training.internal.data.TrainingData;
import dev.hitlai.training.internal.registry.LiveWatch;
import dev.hitlai.training.internal.registry.TrainingJobs;
import dev.hitlai.training.internal.review.OutputCollector;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The durable jobs of the learning loop. */
@Configuration(proxyBeanMethods = false)
class TrainingSchedule {
  private static final Actor PLATFORM = Actor.system("training");

  @Bean
  Task<Void> trainingCollect(OutputCollector collector) {
    return Tasks.oneTime(OutputCollector.JOB)
        .onDeadExecutionRevive()
        .execute(
            (instance, _) ->
                Tenancy.run(PLATFORM, () -> collector.collect(UUID.fromString(instance.getId()))));
  }

  /** A training whose server died is picked up by another and begins anew. */
  @Bean
  Task<Void> trainingModel(TrainingJobs jobs) {
    return Tasks.oneTime(TrainingJobs.JOB)
        .onDeadExecutionRevive()
        .execute((instance, _) -> jobs.work(UUID.fromString(instance.getId())));
  }

  @Bean
  Task<Void> trainingDataCollection(TrainingData data) {
    return Tasks.recurring("training-data", FixedDelay.of(Duration.ofHours(1)))
        .execute((_, _) -> Tenancy.run(PLATFORM, data::collect));
  }

  @Bean
  Task<Void> trainingWatch(LiveWatch watch) {
    return Tasks.recurring("training-watch", FixedDelay.of(Duration.ofMinutes(5)))
        .execute((_, _) -> Tenancy.run(PLATFORM, watch::rollBackWhatHarms));
  }
}
