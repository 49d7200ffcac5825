package dev.hitlai.programs.internal;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.Limit;
import dev.hitlai.api.RateLimits;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.programs.Tier;
import dev.hitlai.programs.internal.ProgramEvents.CodeRenewed;
import dev.hitlai.programs.internal.ProgramEvents.Withdrawn;
import dev.hitlai.programs.internal.jooq.Tables;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What applicants see of their application and do with it, by its link. */
@Component
public class Applicant {
  private static final String STEP = "application of a visitor";

  private final ProgramSteps platform;
  private final StatusLinks links;
  private final Applications applications;
  private final Spots spots;
  private final CompanySpots companies;
  private final TesterSpots testers;
  private final Admission admission;
  private final TesterJoining joining;
  private final DiscountCodes codes;
  private final RateLimits limits;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final ProgramSettings settings;

  Applicant(
      ProgramSteps platform,
      StatusLinks links,
      Applications applications,
      Spots spots,
      CompanySpots companies,
      TesterSpots testers,
      Admission admission,
      TesterJoining joining,
      DiscountCodes codes,
      RateLimits limits,
      ApplicationEventPublisher events,
      Clock clock,
      ProgramSettings settings) {
    this.platform = platform;
    this.links = links;
    this.applications = applications;
    this.spots = spots;
    this.companies = companies;
    this.testers = testers;
    this.admission = admission;
    this.joining = joining;
    this.codes = codes;
    this.limits = limits;
    this.events = events;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * Where an application stands.
   *
   * @param place on the waiting list, from 1; 0 when it doesn't wait
   * @param offer a lower tier that can be had at once instead of waiting
   * @param offerLeft spots of it
   * @param invitedUntil when the invitation ends; null when there is none open
   * @param joined whether the spot is taken up
   */
  public record Standing(
      Application application,
      int place,
      @Nullable Tier offer,
      int offerLeft,
      @Nullable Instant invitedUntil,
      boolean joined) {

    /** Whether the applicant can still think better of it. */
    public boolean canWithdraw() {
      return switch (application.status()) {
        case PENDING, WAITLISTED -> true;
        case APPROVED -> !joined;
        case REJECTED, WITHDRAWN, LAPSED -> false;
      };
    }
  }

  /**
   * @throws ApiProblem NOT_FOUND when the link isn't ours
   */
  public Standing standing(String token) {
    return platform.step(STEP, () -> standing(found(id(token))));
  }

  /** The same for a reviewer, who sees everything. */
  public Standing standing(Application application) {
    boolean waits = application.is(ApplicationStatus.WAITLISTED);
    var taken = spots.taken();
    Optional<? extends Tier> offer =
        waits ? taken.offeredInsteadOf(application.tier()) : Optional.empty();
    return new Standing(
        application,
        waits ? applications.place(application) : 0,
        offer.orElse(null),
        offer.map(taken::left).orElse(0),
        invitedUntil(application),
        joined(application));
  }

  private @Nullable Instant invitedUntil(Application application) {
    return switch (application.program()) {
      case EARLY_ADOPTER ->
          companies
              .ofApplication(application.id())
              .filter(CompanySpots.Membership::isInvited)
              .map(CompanySpots.Membership::invitationUntil)
              .orElse(null);
      case FOUNDING_TESTER ->
          testers
              .ofApplication(application.id())
              .filter(TesterSpots.Membership::isInvited)
              .map(TesterSpots.Membership::invitationUntil)
              .orElse(null);
    };
  }

  private boolean joined(Application application) {
    return switch (application.program()) {
      case EARLY_ADOPTER ->
          companies.ofApplication(application.id()).filter(spot -> spot.isActive()).isPresent();
      case FOUNDING_TESTER ->
          testers.ofApplication(application.id()).filter(spot -> spot.isActive()).isPresent();
    };
  }

  /** Ends an application; a spot that it holds goes to the next who waits. */
  public Standing withdraw(String token) {
    return change(token, this::withdraw);
  }

  private Application withdraw(Application application) {
    var before = standing(application);
    if (!before.canWithdraw()) {
      throw ApiProblem.conflict(
          before.joined()
              ? "You have joined the program already."
              : "This application is " + application.status().label() + ".");
    }
    applications.set(
        application, Map.of(Tables.APPLICATIONS.STATUS, ApplicationStatus.WITHDRAWN.code()));
    if (application.is(ApplicationStatus.APPROVED)) {
      admission.free(application, "withdrawn");
    }
    events.publishEvent(new Withdrawn(application));
    return application;
  }

  /**
   * Takes the lower tier instead of waiting. A reviewer found the application good, so it is
   * approved at once.
   *
   * @throws ApiProblem CONFLICT when there is no such offer, NO_SPOTS_AVAILABLE when somebody was
   *     faster
   */
  public Standing acceptOffer(String token) {
    return platform.step(
        STEP,
        () -> {
          var seen = found(id(token));
          var offer = standing(seen).offer();
          if (offer == null) {
            throw ApiProblem.conflict("There is no offer for this application.");
          }
          spots.lock(offer);
          var application =
              applications
                  .lock(seen.program(), seen.id())
                  .filter(now -> now.is(ApplicationStatus.WAITLISTED))
                  .orElseThrow(() -> ApiProblem.conflict("The application has just changed."));
          if (!admission.admit(application, offer, true)) {
            throw Intake.noSpots(spots.taken(), offer);
          }
          return standing(found(application.id()));
        });
  }

  /**
   * Mails a new code to the address of the application; the old one ends.
   *
   * @throws ApiProblem CONFLICT when there is nothing to redeem, RATE_LIMIT_EXCEEDED
   */
  public Standing renewCode(UUID applicationId) {
    limits.require("invitation|" + applicationId, Limit.perHour(settings.mailsPerHour()));
    return change(
        links.token(applicationId),
        application -> {
          var spot =
              companies
                  .ofApplication(application.id())
                  .filter(CompanySpots.Membership::isInvited)
                  .flatMap(seen -> companies.lock(seen.id()))
                  .filter(CompanySpots.Membership::isInvited)
                  .orElseThrow(() -> ApiProblem.conflict("There is no code to redeem."));
          events.publishEvent(
              new CodeRenewed(application, codes.make(spot), spot.invitationUntil()));
          return application;
        });
  }

  /** The same by the applicant's link. */
  public Standing renewCode(String token) {
    return renewCode(id(token));
  }

  /**
   * A tester takes the spot that is held for the application.
   *
   * @throws ApiProblem CONFLICT when none is held or the tester has one already
   */
  public Standing join(String token, CurrentUser user) {
    UUID tester = user.requireTester();
    return change(
        token,
        application -> {
          var spot =
              testers
                  .ofApplication(application.id())
                  .flatMap(seen -> testers.lock(seen.id()))
                  .filter(TesterSpots.Membership::isInvited)
                  .filter(held -> clock.instant().isBefore(held.invitationUntil()))
                  .orElseThrow(() -> ApiProblem.conflict("No spot is held for you here."));
          if (testers.active(tester).isPresent()) {
            throw ApiProblem.conflict("You take part in the program already.");
          }
          applications.set(application, Map.of(Tables.APPLICATIONS.USER_ID, user.userId()));
          joining.join(application, spot, tester, user.userId());
          return application;
        });
  }

  /** Holding the tier's lock and the application. */
  private Standing change(String token, Function<Application, Application> what) {
    return platform.step(
        STEP,
        () -> {
          var seen = found(id(token));
          spots.lock(seen.tier());
          var application =
              applications
                  .lock(seen.program(), seen.id())
                  .filter(now -> now.tier() == seen.tier())
                  .orElseThrow(() -> ApiProblem.conflict("The application has just changed."));
          return standing(found(what.apply(application).id()));
        });
  }

  private UUID id(String token) {
    return links.read(token).orElseThrow(Applicant::unknown);
  }

  private Application found(UUID id) {
    return applications.find(id).orElseThrow(Applicant::unknown);
  }

  private static ApiProblem unknown() {
    return ApiProblem.notFound("There is no application behind this link.");
  }
}
