package dev.hitlai.programs.internal;

import static dev.hitlai.programs.internal.jooq.Tables.APPLICATIONS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.programs.internal.ProgramEvents.Rejected;
import dev.hitlai.programs.internal.ProgramEvents.Waitlisted;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a reviewer decides. */
@Component
public class Review {
  private static final int LONGEST = 4000;

  private final ProgramSteps platform;
  private final Applications applications;
  private final Spots spots;
  private final Admission admission;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final ProgramSettings settings;

  Review(
      ProgramSteps platform,
      Applications applications,
      Spots spots,
      Admission admission,
      ApplicationEventPublisher events,
      Clock clock,
      ProgramSettings settings) {
    this.platform = platform;
    this.applications = applications;
    this.spots = spots;
    this.admission = admission;
    this.events = events;
    this.clock = clock;
    this.settings = settings;
  }

  /** The kinds of decisions. */
  public enum Action {
    APPROVE,
    REJECT,
    /** Good, but not now: the first who waits is approved when a spot comes free. */
    WAITLIST
  }

  /**
   * @param notes among reviewers; empty leaves what was there
   * @param reason as the applicant reads it; needed to reject
   */
  public record Decision(Action action, String notes, String reason) {}

  /**
   * Decides about an application that is pending or waits.
   *
   * @throws ApiProblem NOT_FOUND; CONFLICT when it is decided; NO_SPOTS_AVAILABLE when its tier is
   *     full, after it was put on the waiting list and the applicant was offered the next tier
   */
  public Application decide(CurrentUser by, UUID id, Decision decision) {
    if (decision.action() == Action.REJECT && decision.reason().isBlank()) {
      throw ApiProblem.invalid("reason", "is missing: the applicant is told");
    }
    for (String text : new String[] {decision.notes(), decision.reason()}) {
      if (text.length() > LONGEST) {
        throw ApiProblem.invalid("reason", "must have at most 4,000 characters");
      }
    }
    // The refusal is thrown after the transaction, because what it tells of has to stay.
    boolean full = platform.step("review of an application", () -> carryOut(by, id, decision));
    var application = applications(id);
    if (full) {
      throw Intake.noSpots(spots.taken(), application.tier());
    }
    return application;
  }

  private Application applications(UUID id) {
    return platform.step("review of an application", () -> found(id));
  }

  private Application found(UUID id) {
    return applications
        .find(id)
        .orElseThrow(() -> ApiProblem.notFound("No application has this id."));
  }

  private boolean carryOut(CurrentUser by, UUID id, Decision decision) {
    var seen = found(id);
    spots.lock(seen.tier());
    var application =
        applications
            .lock(seen.program(), id)
            .filter(same -> same.tier() == seen.tier())
            .orElseThrow(() -> ApiProblem.conflict("The application has just changed."));
    requireOpen(application, decision.action());
    write(by, application, decision);
    return switch (decision.action()) {
      case APPROVE -> !approve(application);
      case REJECT -> reject(application, decision.reason().strip());
      case WAITLIST -> waitlist(application, false);
    };
  }

  private static void requireOpen(Application application, Action action) {
    boolean open =
        application.is(ApplicationStatus.PENDING)
            || application.is(ApplicationStatus.WAITLISTED) && action != Action.WAITLIST;
    if (!open) {
      throw ApiProblem.conflict("This application is %s.".formatted(application.status().label()));
    }
  }

  private void write(CurrentUser by, Application application, Decision decision) {
    var columns = new LinkedHashMap<Field<?>, Object>();
    columns.put(APPLICATIONS.REVIEWED_BY, by.userId());
    columns.put(APPLICATIONS.REVIEWED_AT, clock.instant());
    put(columns, APPLICATIONS.REVIEW_NOTES, decision.notes());
    put(columns, APPLICATIONS.DECISION_REASON, decision.reason());
    applications.set(application, columns);
  }

  private static void put(
      LinkedHashMap<Field<?>, Object> columns, Field<String> field, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      columns.put(field, text.strip());
    }
  }

  private boolean approve(Application application) {
    if (admission.admit(application, application.tier(), false)) {
      return true;
    }
    if (application.is(ApplicationStatus.PENDING)) {
      waitlist(application, true);
    }
    return false;
  }

  private boolean reject(Application application, String reason) {
    Instant again = clock.instant().plus(settings.reapplication());
    var columns = new LinkedHashMap<Field<?>, Object>();
    columns.put(APPLICATIONS.STATUS, ApplicationStatus.REJECTED.code());
    columns.put(APPLICATIONS.REAPPLY_AFTER, again);
    applications.set(application, columns);
    events.publishEvent(new Rejected(application, reason, again));
    return false;
  }

  private boolean waitlist(Application application, boolean full) {
    var columns = new LinkedHashMap<Field<?>, Object>();
    columns.put(APPLICATIONS.STATUS, ApplicationStatus.WAITLISTED.code());
    applications.set(application, columns);
    events.publishEvent(new Waitlisted(application, full));
    return false;
  }
}
