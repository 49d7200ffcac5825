package dev.hitlai.testing.web.api;

import static dev.hitlai.identity.CompanyRole.VIEWER;
import static dev.hitlai.identity.Scope.TESTS_READ;

import dev.hitlai.api.ApiData;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.Quota;
import dev.hitlai.testing.internal.findings.FindingFilter;
import dev.hitlai.testing.internal.findings.Findings;
import dev.hitlai.testing.internal.runs.CompanyFigures;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Company")
class StatsController {
  private final Quota quota;
  private final CompanyFigures figures;
  private final Findings findings;

  StatsController(Quota quota, CompanyFigures figures, Findings findings) {
    this.quota = quota;
    this.figures = figures;
    this.findings = findings;
  }

  /** A company in figures: its quota, its tests, its findings by severity. */
  record Stats(
      Quota.Standing quota, CompanyFigures.Figures tests, Map<String, Long> findingsBySeverity) {}

  @Operation(summary = "The company in figures")
  @GetMapping("/api/company/stats")
  @Access(company = VIEWER, scope = TESTS_READ)
  @Transactional(readOnly = true)
  public ApiData<Stats> stats(@AuthenticationPrincipal CurrentUser user) {
    return ApiData.of(
        new Stats(
            quota.standing(user.requireCompany()),
            figures.read(),
            findings.bySeverity(FindingFilter.ALL)));
  }
}
