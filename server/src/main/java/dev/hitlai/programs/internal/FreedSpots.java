package dev.hitlai.programs.internal;

import static dev.hitlai.programs.internal.jooq.Tables.APPLICATIONS;
import static dev.hitlai.programs.internal.jooq.Tables.EARLY_ADOPTER_COMPANIES;
import static dev.hitlai.programs.internal.jooq.Tables.FOUNDING_TESTERS;

import dev.hitlai.identity.CompanyClosed;
import dev.hitlai.programs.internal.ProgramEvents.Lapsed;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Spots that become free: invitations that nobody took up, companies that are closed. */
@Component
public class FreedSpots {
  private final ProgramSteps platform;
  private final Applications applications;
  private final Spots spots;
  private final CompanySpots companies;
  private final TesterSpots testers;
  private final Admission admission;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  FreedSpots(
      ProgramSteps platform,
      Applications applications,
      Spots spots,
      CompanySpots companies,
      TesterSpots testers,
      Admission admission,
      ApplicationEventPublisher events,
      Clock clock) {
    this.platform = platform;
    this.applications = applications;
    this.spots = spots;
    this.companies = companies;
    this.testers = testers;
    this.admission = admission;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Ends invitations whose time is over, each in a transaction of its own.
   *
   * @return how many
   */
  public int lapse() {
    var now = clock.instant();
    Stream<UUID> over =
        platform.step(
            "lapsed invitations",
            () ->
                Stream.concat(
                    companies
                        .list(
                            EARLY_ADOPTER_COMPANIES
                                .STATUS
                                .eq("invited")
                                .and(EARLY_ADOPTER_COMPANIES.INVITATION_UNTIL.le(now)))
                        .stream()
                        .map(CompanySpots.Membership::applicationId),
                    testers
                        .list(
                            FOUNDING_TESTERS
                                .STATUS
                                .eq("invited")
                                .and(FOUNDING_TESTERS.INVITATION_UNTIL.le(now)))
                        .stream()
                        .map(TesterSpots.Membership::applicationId)));
    return (int)
        over.toList().stream()
            .filter(id -> platform.step("lapsed invitations", () -> lapse(id)))
            .count();
  }

  private boolean lapse(UUID applicationId) {
    var seen = applications.find(applicationId).orElseThrow();
    spots.lock(seen.tier());
    var application = applications.lock(seen.program(), applicationId).orElseThrow();
    // Another server may have been faster, or the code was redeemed at the last moment.
    if (!stillInvited(application)) {
      return false;
    }
    applications.set(application, Map.of(APPLICATIONS.STATUS, ApplicationStatus.LAPSED.code()));
    admission.free(application, "lapsed");
    events.publishEvent(new Lapsed(application));
    return true;
  }

  private boolean stillInvited(Application application) {
    return switch (application.program()) {
      case EARLY_ADOPTER ->
          companies
              .ofApplication(application.id())
              .flatMap(spot -> companies.lock(spot.id()))
              .filter(CompanySpots.Membership::isInvited)
              .isPresent();
      case FOUNDING_TESTER ->
          testers
              .ofApplication(application.id())
              .flatMap(spot -> testers.lock(spot.id()))
              .filter(TesterSpots.Membership::isInvited)
              .isPresent();
    };
  }

  /** Inside the closing, which sees everything: the next company gets the spot. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(CompanyClosed closed) {
    companies
        .active(closed.companyId())
        .ifPresent(spot -> give(spot.applicationId(), "company_closed"));
  }

  /** A tester's account is erased; what has vested stays in the books. */
  void erased(UUID testerId) {
    testers.active(testerId).ifPresent(spot -> give(spot.applicationId(), "erased"));
  }

  /** A person is forgotten: what they still wait for ends; what a company has goes on. */
  void forgotten(Application application) {
    boolean invited = application.is(ApplicationStatus.APPROVED) && stillInvited(application);
    boolean waits =
        application.is(ApplicationStatus.PENDING) || application.is(ApplicationStatus.WAITLISTED);
    if (!invited && !waits) {
      return;
    }
    applications.set(application, Map.of(APPLICATIONS.STATUS, ApplicationStatus.WITHDRAWN.code()));
    if (invited) {
      give(application.id(), "withdrawn");
    }
  }

  private void give(UUID applicationId, String reason) {
    var application = applications.find(applicationId).orElseThrow();
    spots.lock(application.tier());
    admission.free(application, reason);
  }
}
