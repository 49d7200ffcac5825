package dev.hitlai.unlock.web;

import static dev.hitlai.identity.CompanyRole.VIEWER;
import static dev.hitlai.identity.Scope.TESTS_READ;

import dev.hitlai.api.ApiData;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.unlock.internal.CompanyOverview;
import dev.hitlai.unlock.internal.PhaseOverview;
import dev.hitlai.unlock.internal.Recount;
import dev.hitlai.unlock.internal.Unlocks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The two ladders. */
@RestController
@RequestMapping("/api/milestones")
@Tag(name = "Milestones")
class MilestonesController {
  private static final int RECENT = 20;

  private final PhaseOverview phases;
  private final CompanyOverview companies;
  private final Unlocks unlocks;
  private final Recount recount;

  MilestonesController(
      PhaseOverview phases, CompanyOverview companies, Unlocks unlocks, Recount recount) {
    this.phases = phases;
    this.companies = companies;
    this.unlocks = unlocks;
    this.recount = recount;
  }

  @GetMapping
  @Access(everyone = true)
  @Operation(
      summary = "The platform's phases and how far the next one is",
      description = "A figure that no part of the platform produces yet has measured: false.")
  ApiData<PlatformBody> platform() {
    return ApiData.of(PlatformBody.of(phases));
  }

  @PostMapping
  @Access(admin = true)
  @Operation(summary = "Count all completed tests again and open what they reach")
  ApiData<PlatformBody> recount() {
    recount.everything();
    return ApiData.of(PlatformBody.of(phases));
  }

  @GetMapping("/company")
  @Access(company = VIEWER, scope = TESTS_READ)
  @Operation(summary = "The company's milestones, what is open and what comes next")
  ApiData<CompanyBody> company(@AuthenticationPrincipal CurrentUser user) {
    return ApiData.of(CompanyBody.of(companies.of(user.requireCompany())));
  }

  @GetMapping("/recent-unlocks")
  @Access(company = VIEWER, scope = TESTS_READ, admin = true)
  @Operation(
      summary = "What opened lately",
      description = "Phases of the platform, and features of the company that asks.")
  @Transactional(readOnly = true)
  public ApiData<List<RecentUnlock>> recent() {
    return ApiData.of(unlocks.latest(RECENT).stream().map(RecentUnlock::of).toList());
  }
}
