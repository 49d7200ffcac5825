package dev.hitlai.testing.internal.people;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testing.internal.runs.PeopleQueue;
import java.time.Duration;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The durable jobs that give work to people. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PeopleSettings.class)
class PeopleJobs {
  private static final Actor PLATFORM = Actor.system("people on tests");

  /** Offers one run; what it can't give away is tried again by the sweep. */
  @Bean
  Task<Void> testingPeople(Offers offers) {
    return Tasks.oneTime(PeopleQueue.JOB)
        .execute(
            (instance, _) ->
                Tenancy.run(PLATFORM, () -> offers.topUp(UUID.fromString(instance.getId()))));
  }

  /** Testers' averages follow companies' ratings; a company may not write them itself. */
  @Bean
  Task<Void> testingRated(TesterRatings ratings, TransactionTemplate transactions) {
    return Tasks.oneTime(TesterRatings.JOB)
        .execute(
            (instance, _) ->
                Tenancy.run(
                    PLATFORM,
                    () ->
                        transactions.executeWithoutResult(
                            _ -> ratings.refresh(UUID.fromString(instance.getId())))));
  }

  /** Offers that ran out, work that was left, runs that lack people. */
  @Bean
  Task<Void> testingPeopleSweep(PeopleSweep sweep, PeopleSettings settings) {
    return Tasks.recurring("testing-people-sweep", FixedDelay.of(settings.sweepEvery()))
        .execute((_, _) -> sweep.run());
  }

  /** What the models learnt from tests that were handed in earlier. */
  @Bean
  Task<Void> testingTrainingBonuses(TrainingBonuses bonuses) {
    return Tasks.recurring("testing-training-bonuses", FixedDelay.of(Duration.ofHours(6)))
        .execute((_, _) -> Tenancy.run(PLATFORM, bonuses::payDue));
  }
}
