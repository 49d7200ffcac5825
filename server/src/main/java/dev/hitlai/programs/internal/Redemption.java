package dev.hitlai.programs.internal;

import static dev.hitlai.programs.internal.jooq.Tables.APPLICATIONS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.Limit;
import dev.hitlai.api.RateLimits;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.programs.internal.CompanySpots.Membership;
import dev.hitlai.programs.internal.ProgramEvents.CompanyJoined;
import dev.hitlai.programs.internal.jooq.tables.records.DiscountCodesRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A company redeems its code: the discount is its own for life, and its months begin. */
@Component
public class Redemption {
  private static final String STEP = "redemption of a code";

  private final ProgramSteps platform;
  private final DiscountCodes codes;
  private final CompanySpots spots;
  private final Applications applications;
  private final RateLimits limits;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final ProgramSettings settings;

  Redemption(
      ProgramSteps platform,
      DiscountCodes codes,
      CompanySpots spots,
      Applications applications,
      RateLimits limits,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock,
      ProgramSettings settings) {
    this.platform = platform;
    this.codes = codes;
    this.spots = spots;
    this.applications = applications;
    this.limits = limits;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
    this.settings = settings;
  }

  /** What a code is worth. */
  public record Worth(Membership spot, String applicant, Instant until) {}

  /** What a code can be redeemed for right now, for whoever has it. */
  public Optional<Worth> worth(String code) {
    return platform.step(
        STEP,
        () ->
            codes
                .find(code)
                .filter(this::isOpen)
                .flatMap(found -> spots.find(found.getMembershipId()))
                .filter(Membership::isInvited)
                .map(
                    spot ->
                        new Worth(
                            spot,
                            applications.find(spot.applicationId()).orElseThrow().who(),
                            spot.invitationUntil())));
  }

  private boolean isOpen(DiscountCodesRecord code) {
    return code.getRedeemedAt() == null
        && code.getVoidedAt() == null
        && clock.instant().isBefore(code.getExpiresAt());
  }

  /**
   * Redeems a code for the user's company.
   *
   * @throws ApiProblem VALIDATION_ERROR when it is no code of ours, CONFLICT when it was used or
   *     has expired or the company takes part already, RATE_LIMIT_EXCEEDED
   */
  public Membership redeem(CurrentUser user, String code) {
    UUID company = user.requireCompany();
    limits.require("redeem|" + user.userId(), Limit.perHour(settings.redemptionsPerHour()));
    if (code.isBlank()) {
      throw ApiProblem.invalid("code", "is missing");
    }
    return platform.step(STEP, () -> redeem(user, company, code));
  }

  private Membership redeem(CurrentUser user, UUID company, String entered) {
    var code =
        codes
            .lock(entered)
            .orElseThrow(() -> ApiProblem.invalid("code", "isn't one that we gave out"));
    if (code.getRedeemedAt() != null) {
      throw ApiProblem.conflict("This code was used already.");
    }
    if (!isOpen(code)) {
      throw ApiProblem.conflict("This code has expired or was replaced by a newer one.");
    }
    if (spots.active(company).isPresent()) {
      throw ApiProblem.conflict("Your company takes part in the program already.");
    }
    var spot =
        spots
            .lock(code.getMembershipId())
            .filter(Membership::isInvited)
            .orElseThrow(() -> ApiProblem.conflict("This code has expired."));
    code.setRedeemedAt(clock.instant());
    code.setRedeemedBy(user.userId());
    code.store();
    var joined = spots.join(spot.id(), company);
    var application = applications.find(spot.applicationId()).orElseThrow();
    if (application.email().equalsIgnoreCase(user.email())) {
      // The code came to that address: it is theirs, and the application too.
      applications.set(application, Map.of(APPLICATIONS.USER_ID, user.userId()));
    }
    audit.note(user, "program.joined", "program_membership", joined.id());
    events.publishEvent(new CompanyJoined(application, company, joined));
    return joined;
  }
}
