package dev.hitlai.programs.web;

import dev.hitlai.api.ApiData;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.programs.Program;
import dev.hitlai.programs.internal.Answers;
import dev.hitlai.programs.internal.Applicant;
import dev.hitlai.programs.internal.Application;
import dev.hitlai.programs.internal.Intake;
import dev.hitlai.programs.internal.PublicOffers;
import dev.hitlai.programs.internal.StatusLinks;
import dev.hitlai.web.view.ProgramOffer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Applications to the programs, for everybody. */
@RestController
@RequestMapping("/api")
@Access(everyone = true)
@Tag(name = "Programs")
class ApplicationApi {
  private static final String LIMITED =
      "Five in an hour from one address. One open application for each address of e-mail; after a"
          + " rejection the next is possible after 30 days. When the tier is full: 409"
          + " NO_SPOTS_AVAILABLE with the tier that is offered instead, unless waitingList is"
          + " true.";

  private final Intake intake;
  private final Applicant applicant;
  private final PublicOffers offers;
  private final StatusLinks links;

  ApplicationApi(Intake intake, Applicant applicant, PublicOffers offers, StatusLinks links) {
    this.intake = intake;
    this.applicant = applicant;
    this.offers = offers;
    this.links = links;
  }

  /** The tiers of a program, with the spots that are left right now. */
  record Offers(String program, List<TierAnswer> tiers) {}

  /** A tier. */
  record TierAnswer(
      String tier,
      String name,
      String headline,
      List<String> benefits,
      int spots,
      int spotsTaken,
      int spotsLeft) {
    static TierAnswer of(ProgramOffer offer) {
      return new TierAnswer(
          offer.code(),
          offer.label(),
          offer.headline(),
          offer.benefits(),
          offer.spots(),
          offer.taken(),
          offer.left());
    }
  }

  /** An application that came in; the link to it was mailed too. */
  record Taken(
      boolean success,
      UUID applicationId,
      String message,
      List<String> nextSteps,
      String statusPath) {}

  /** How an application stands. */
  record StatusAnswer(
      UUID applicationId,
      String program,
      String tier,
      String status,
      @Nullable String reason,
      @Nullable Instant reapplyAfter,
      @Nullable Integer placeOnWaitingList,
      @Nullable String offeredTier,
      @Nullable Instant invitedUntil,
      boolean joined,
      Instant submittedAt) {
    static StatusAnswer of(Applicant.Standing standing) {
      var application = standing.application();
      var offer = standing.offer();
      return new StatusAnswer(
          application.id(),
          application.program().code(),
          application.tier().code(),
          application.status().code(),
          application.reason(),
          application.reapplyAfter(),
          standing.place() == 0 ? null : standing.place(),
          offer == null ? null : offer.code(),
          standing.invitedUntil(),
          standing.joined(),
          application.submittedAt());
    }
  }

  @GetMapping("/early-adopter/apply")
  @Operation(summary = "Tiers of the early-adopter program, with the spots left")
  ApiData<Offers> companies() {
    return offers(Program.EARLY_ADOPTER);
  }

  @PostMapping("/early-adopter/apply")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Apply to the early-adopter program", description = LIMITED)
  Taken apply(
      @RequestBody EarlyAdopterBody body,
      @AuthenticationPrincipal @Nullable CurrentUser user,
      HttpServletRequest request) {
    return take(Program.EARLY_ADOPTER, body.answers(), body.waits(), Sender.of(user, request));
  }

  @GetMapping("/founding-tester/apply")
  @Operation(summary = "Tiers of the founding-tester program, with the spots left")
  ApiData<Offers> testers() {
    return offers(Program.FOUNDING_TESTER);
  }

  @PostMapping("/founding-tester/apply")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Apply to the founding-tester program", description = LIMITED)
  Taken apply(
      @RequestBody FoundingTesterBody body,
      @AuthenticationPrincipal @Nullable CurrentUser user,
      HttpServletRequest request) {
    return take(Program.FOUNDING_TESTER, body.answers(), body.waits(), Sender.of(user, request));
  }

  @GetMapping("/applications/{token}")
  @Operation(summary = "How an application stands, by the token of its link")
  ApiData<StatusAnswer> status(@PathVariable String token) {
    return ApiData.of(StatusAnswer.of(applicant.standing(token)));
  }

  @PostMapping("/applications/{token}/withdrawal")
  @Operation(
      summary = "Withdraw an application",
      description = "A spot that it holds goes to the next who waits.")
  ApiData<StatusAnswer> withdraw(@PathVariable String token) {
    return ApiData.of(StatusAnswer.of(applicant.withdraw(token)));
  }

  @PostMapping("/applications/{token}/offer")
  @Operation(
      summary = "Take the lower tier that is offered instead of waiting",
      description = "It is approved at once.")
  ApiData<StatusAnswer> accept(@PathVariable String token) {
    return ApiData.of(StatusAnswer.of(applicant.acceptOffer(token)));
  }

  @PostMapping("/applications/{token}/code")
  @Operation(
      summary = "Have a new discount code mailed",
      description = "Three in an hour; the code before it ends.")
  ApiData<StatusAnswer> renew(@PathVariable String token) {
    return ApiData.of(StatusAnswer.of(applicant.renewCode(token)));
  }

  @PostMapping("/applications/{token}/joining")
  @Access(tester = true)
  @Operation(summary = "Take the spot that is held for you, as a tester")
  ApiData<StatusAnswer> join(
      @PathVariable String token, @AuthenticationPrincipal CurrentUser user) {
    return ApiData.of(StatusAnswer.of(applicant.join(token, user)));
  }

  private ApiData<Offers> offers(Program program) {
    return ApiData.of(
        new Offers(program.code(), offers.of(program).stream().map(TierAnswer::of).toList()));
  }

  private Taken take(Program program, Answers answers, boolean waits, Intake.Sender sender) {
    Application taken = intake.submit(program, answers, waits, sender);
    return new Taken(
        true,
        taken.id(),
        "We have your application to the %s.".formatted(program.label()),
        NEXT_STEPS,
        links.path(taken.id()));
  }

  static final List<String> NEXT_STEPS =
      List.of(
          "The link to your application is on its way to your mailbox.",
          "We read it and answer by mail.",
          "If we say yes, you get an invitation that holds your spot for 30 days.");
}
