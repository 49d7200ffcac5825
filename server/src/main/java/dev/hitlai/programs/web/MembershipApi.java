package dev.hitlai.programs.web;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.programs.internal.CompanySpots;
import dev.hitlai.programs.internal.Redemption;
import dev.hitlai.programs.internal.TesterSpots;
import dev.hitlai.programs.internal.Vesting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What members of the programs have. */
@RestController
@Tag(name = "Programs")
class MembershipApi {
  private final Redemption redemption;
  private final CompanySpots companies;
  private final TesterSpots testers;
  private final Vesting vesting;

  MembershipApi(
      Redemption redemption, CompanySpots companies, TesterSpots testers, Vesting vesting) {
    this.redemption = redemption;
    this.companies = companies;
    this.testers = testers;
    this.vesting = vesting;
  }

  /** A code, as it was mailed. */
  record CodeBody(@Nullable String code) {}

  /**
   * What a company has.
   *
   * @param discount on every test for life, 0 to 1
   */
  record CompanyAnswer(
      String tier,
      BigDecimal discount,
      @Nullable Instant joinedAt,
      int commitmentTests,
      int testsCompleted,
      @Nullable Instant commitmentDueAt,
      @Nullable String commitmentStatus) {
    static CompanyAnswer of(CompanySpots.Membership spot) {
      return new CompanyAnswer(
          spot.tier().code(),
          spot.discount(),
          spot.joinedAt(),
          spot.commitmentTests(),
          spot.testsCompleted(),
          spot.commitmentDue(),
          spot.commitmentStatus());
    }
  }

  /**
   * What a tester has.
   *
   * @param revenueShare of a test's list price, 0 to 1
   * @param trainingBonus in US dollars
   * @param equityPercent the whole grant, in percent of the platform
   */
  record TesterAnswer(
      String tier,
      BigDecimal revenueShare,
      @Nullable Instant shareUntil,
      BigDecimal trainingBonus,
      BigDecimal equityPercent,
      List<Vesting.Reached> vested) {}

  @PostMapping("/api/discounts/redeem")
  @Access(company = CompanyRole.ADMIN)
  @Operation(
      summary = "Redeem a discount code for your company",
      description = "It works once. Ten tries in an hour.")
  ApiData<CompanyAnswer> redeem(
      @RequestBody CodeBody body, @AuthenticationPrincipal CurrentUser user) {
    return ApiData.of(
        CompanyAnswer.of(redemption.redeem(user, body.code() == null ? "" : body.code())));
  }

  @GetMapping("/api/company/program")
  @Access(company = CompanyRole.VIEWER)
  @Operation(
      summary = "Your company's place in the early-adopter program",
      description = "404 when it is in none.")
  ApiData<CompanyAnswer> company(@AuthenticationPrincipal CurrentUser user) {
    return ApiData.of(
        companies
            .active(user.requireCompany())
            .map(CompanyAnswer::of)
            .orElseThrow(() -> ApiProblem.notFound("Your company is in no program.")));
  }

  @GetMapping("/api/tester/program")
  @Access(tester = true)
  @Operation(
      summary = "Your place in the founding-tester program",
      description = "404 when you are in none.")
  ApiData<TesterAnswer> tester(@AuthenticationPrincipal CurrentUser user) {
    var spot =
        testers
            .active(user.requireTester())
            .orElseThrow(() -> ApiProblem.notFound("You are in no program."));
    return ApiData.of(
        new TesterAnswer(
            spot.tier().code(),
            spot.share(),
            spot.shareUntil(),
            spot.trainingBonus(),
            spot.equityPercent(),
            vesting.of(spot.id())));
  }
}
