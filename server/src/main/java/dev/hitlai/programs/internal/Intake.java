package dev.hitlai.programs.internal;

import static dev.hitlai.programs.internal.jooq.Tables.APPLICATIONS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.api.Limit;
import dev.hitlai.api.RateLimits;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.programs.Program;
import dev.hitlai.programs.Tier;
import dev.hitlai.programs.internal.ProgramEvents.Submitted;
import dev.hitlai.web.view.Say;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes applications in. */
@Component
public class Intake {
  private final DSLContext sql;
  private final ProgramSteps platform;
  private final Applications applications;
  private final Spots spots;
  private final RateLimits limits;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final ProgramSettings settings;

  Intake(
      DSLContext sql,
      ProgramSteps platform,
      Applications applications,
      Spots spots,
      RateLimits limits,
      ApplicationEventPublisher events,
      Clock clock,
      ProgramSettings settings) {
    this.sql = sql;
    this.platform = platform;
    this.applications = applications;
    this.spots = spots;
    this.limits = limits;
    this.events = events;
    this.clock = clock;
    this.settings = settings;
  }

  /** Where an application comes from. */
  public record Sender(@Nullable CurrentUser user, String address) {}

  /**
   * Takes an application.
   *
   * @param waitingList whether the applicant would wait for a spot when there is none
   * @throws ApiProblem VALIDATION_ERROR; CONFLICT when an application of the address is open or was
   *     rejected a short while ago; NO_SPOTS_AVAILABLE with the tier that is offered instead;
   *     RATE_LIMIT_EXCEEDED
   */
  public Application submit(Program program, Answers answers, boolean waitingList, Sender sender) {
    limits.require(
        "application|" + program.code() + "|" + sender.address(),
        Limit.perHour(settings.applicationsPerHour()));
    var problems = Questions.problems(program, Questions.of(program), answers);
    if (!problems.isEmpty()) {
      throw ApiProblem.invalid(problems);
    }
    var tier = program.tier(answers.text("tier")).orElseThrow();
    return platform.step(
        "application",
        () -> {
          requireFree(program, answers.text("email"));
          requireSpot(tier, waitingList);
          UUID id =
              applications
                  .insert(program, answers, common(program, answers, sender.user()))
                  .orElseThrow(() -> open("An application of this address is open already."));
          var application = applications.find(id).orElseThrow();
          events.publishEvent(new Submitted(application));
          return application;
        });
  }

  private void requireFree(Program program, String email) {
    sql.execute(
        "select pg_advisory_xact_lock(hashtextextended(lower(?), 0))",
        "programs.applicant:" + program.code() + ":" + email);
    var latest = applications.latest(program, email).orElse(null);
    if (latest == null) {
      return;
    }
    switch (latest.status()) {
      case PENDING, WAITLISTED ->
          throw open(
              "An application of this address is open already. The link to it was mailed when it"
                  + " came in.");
      case APPROVED -> throw open("An application of this address was approved already.");
      case REJECTED -> requireTimePassed(latest.reapplyAfter());
      case WITHDRAWN, LAPSED -> {}
    }
  }

  private void requireTimePassed(@Nullable Instant from) {
    if (from != null && clock.instant().isBefore(from)) {
      throw new ApiProblem(
          ErrorCode.CONFLICT,
          "An application of this address was rejected. You can apply again from %s on."
              .formatted(Say.time(from)),
          Map.of("reapplyAfter", from.toString()));
    }
  }

  private static ApiProblem open(String sentence) {
    return ApiProblem.conflict(sentence);
  }

  /** Only a courtesy: what counts is asked again when the application is approved. */
  private void requireSpot(Tier tier, boolean waitingList) {
    var taken = spots.taken();
    if (!waitingList && taken.left(tier) == 0) {
      throw noSpots(taken, tier);
    }
  }

  /** What everybody is told who wants a spot of a full tier. */
  static ApiProblem noSpots(Spots.Taken taken, Tier tier) {
    var details = new LinkedHashMap<String, Object>();
    details.put("tier", tier.code());
    var next = taken.offeredInsteadOf(tier).orElse(null);
    if (next != null) {
      details.put("nextTier", next.code());
      details.put("nextTierSpotsLeft", taken.left(next));
    }
    return new ApiProblem(
        ErrorCode.NO_SPOTS_AVAILABLE,
        "All %d spots of %s are taken.".formatted(tier.spots(), tier.label())
            + (next == null
                ? " The waiting list is open."
                : " %s has %s left."
                    .formatted(next.label(), Say.count(taken.left(next), "spot", "spots"))),
        details);
  }

  private Map<Field<?>, Object> common(
      Program program, Answers answers, @Nullable CurrentUser user) {
    var score = PriorityScore.of(program, answers);
    var common = new LinkedHashMap<Field<?>, Object>();
    common.put(APPLICATIONS.PRIORITY_SCORE, score.total());
    common.put(APPLICATIONS.SCORE_PARTS, score.json());
    common.put(APPLICATIONS.CREATED_AT, clock.instant());
    if (user == null) {
      return common;
    }
    common.put(APPLICATIONS.USER_ID, user.userId());
    switch (program) {
      case EARLY_ADOPTER -> {
        if (user.companyId() != null && user.isAtLeast(CompanyRole.ADMIN)) {
          common.put(APPLICATIONS.COMPANY_ID, user.companyId());
        }
      }
      case FOUNDING_TESTER -> {
        if (user.testerId() != null) {
          common.put(APPLICATIONS.TESTER_ID, user.testerId());
        }
      }
    }
    return common;
  }
}
