package dev.hitlai.programs.internal;

import static dev.hitlai.programs.internal.jooq.Tables.APPLICATIONS;

import dev.hitlai.programs.CompanyTier;
import dev.hitlai.programs.TesterTier;
import dev.hitlai.programs.Tier;
import dev.hitlai.programs.internal.ProgramEvents.Invited;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives spots to applicants and takes them back; the tier's lock is held by the caller. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Admission {
  private final Applications applications;
  private final Spots spots;
  private final CompanySpots companies;
  private final TesterSpots testers;
  private final DiscountCodes codes;
  private final TesterJoining joining;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final ProgramSettings settings;

  Admission(
      Applications applications,
      Spots spots,
      CompanySpots companies,
      TesterSpots testers,
      DiscountCodes codes,
      TesterJoining joining,
      ApplicationEventPublisher events,
      Clock clock,
      ProgramSettings settings) {
    this.applications = applications;
    this.spots = spots;
    this.companies = companies;
    this.testers = testers;
    this.codes = codes;
    this.joining = joining;
    this.events = events;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * Holds a spot for the applicant and invites them.
   *
   * @return whether there was one
   */
  boolean admit(Application application, Tier tier, boolean fromWaitingList) {
    if (spots.taken().left(tier) == 0) {
      return false;
    }
    applications.set(
        application,
        Map.of(
            APPLICATIONS.STATUS, ApplicationStatus.APPROVED.code(),
            APPLICATIONS.TIER, tier.code()));
    var approved = applications.find(application.id()).orElseThrow();
    Instant until = clock.instant().plus(settings.invitation());
    switch (tier) {
      case CompanyTier company -> {
        var spot = companies.hold(application.id(), company, until);
        events.publishEvent(new Invited(approved, codes.make(spot), until, fromWaitingList));
      }
      case TesterTier tester -> {
        var spot = testers.hold(application.id(), tester, until);
        events.publishEvent(new Invited(approved, null, until, fromWaitingList));
        UUID known = approved.testerId();
        UUID person = approved.userId();
        if (known != null && person != null && testers.active(known).isEmpty()) {
          joining.join(approved, spot, known, person);
        }
      }
    }
    return true;
  }

  /**
   * Frees the spot that an application holds, and gives it to the first of the waiting list.
   *
   * @param reason lapsed, withdrawn, company_closed or erased
   */
  void free(Application application, String reason) {
    switch (application.program()) {
      case EARLY_ADOPTER ->
          companies
              .ofApplication(application.id())
              .ifPresent(
                  spot -> {
                    companies.release(spot.id(), reason);
                    codes.end(spot.id());
                  });
      case FOUNDING_TESTER ->
          testers
              .ofApplication(application.id())
              .ifPresent(spot -> testers.release(spot.id(), reason));
    }
    applications
        .firstWaiting(application.tier())
        .flatMap(next -> applications.lock(next.program(), next.id()))
        .filter(next -> next.is(ApplicationStatus.WAITLISTED))
        .ifPresent(next -> admit(next, application.tier(), true));
  }
}
