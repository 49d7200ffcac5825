package dev.hitlai.redteam.internal.store;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.redteam.CampaignPlan;
import dev.hitlai.redteam.Category;
import dev.hitlai.redteam.internal.attacks.Strategy;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Attacks every target in turn, on schedule. */
@Component
class Rounds {
  private static final Logger log = LoggerFactory.getLogger(Rounds.class);

  /** Fewer than on demand: it comes again tomorrow, with others. */
  private static final int PROMPTS = 60;

  /** The AI tester takes some ten seconds and doesn't change its mind. */
  private static final int VISITS = 8;

  private final Campaigns campaigns;
  private final Targets targets;
  private final Clock clock;

  Rounds(Campaigns campaigns, Targets targets, Clock clock) {
    this.campaigns = campaigns;
    this.targets = targets;
    this.clock = clock;
  }

  void start(Set<Category> categories) {
    Tenancy.run(
        Actor.system("red team"),
        () -> targets.all().forEach(target -> start(target.name(), categories)));
  }

  void startOn(DayOfWeek day, Set<Category> categories) {
    if (LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getDayOfWeek() == day) {
      start(categories);
    }
  }

  private void start(String target, Set<Category> categories) {
    try {
      long seed = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
      boolean visits = target.equals(Targets.BuiltIn.TESTER);
      var plan =
          new CampaignPlan(
              categories,
              Strategy.codes(),
              visits ? VISITS : PROMPTS,
              visits ? 1 : CampaignPlan.GENERATIONS,
              seed);
      campaigns.start(target, plan, Campaigns.Cause.SCHEDULE, null);
    } catch (ApiProblem busy) {
      log.info("No scheduled campaign against {}: {}", target, busy.sentence());
    }
  }
}
