package dev.hitlai.testing.web.pages;

import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.Quota;
import dev.hitlai.testing.internal.findings.FindingFilter;
import dev.hitlai.testing.internal.findings.Findings;
import dev.hitlai.testing.internal.runs.CompanyFigures;
import dev.hitlai.testing.internal.runs.RunOverviews;
import dev.hitlai.web.MilestoneProgress;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class DashboardController {
  private static final FindingFilter UNRESOLVED =
      new FindingFilter(null, null, "unresolved", null, null, null);
  private static final FindingFilter CRITICAL =
      new FindingFilter("critical", null, "unresolved", null, null, null);
  private static final FindingFilter WAITING =
      new FindingFilter(null, null, null, "waiting", null, null);

  private final Quota quota;
  private final CompanyFigures figures;
  private final RunOverviews runs;
  private final Findings findings;
  private final MilestoneProgress milestones;

  DashboardController(
      Quota quota,
      CompanyFigures figures,
      RunOverviews runs,
      Findings findings,
      MilestoneProgress milestones) {
    this.quota = quota;
    this.figures = figures;
    this.runs = runs;
    this.findings = findings;
    this.milestones = milestones;
  }

  @GetMapping("/company/dashboard")
  @Access(company = CompanyRole.VIEWER)
  @Transactional(readOnly = true)
  public String dashboard(@AuthenticationPrincipal CurrentUser user, Model model) {
    model.addAttribute(
        "dashboard",
        DashboardPage.of(
            quota.standing(user.requireCompany()),
            figures.read(),
            runs.list(null, 5, 0).stream().map(RunRow::of).toList(),
            findings.list(CRITICAL, "newest", 5, 0).stream().map(FindingRow::of).toList(),
            findings.count(UNRESOLVED),
            findings.count(WAITING)));
    model.addAttribute("milestone", milestones.card(user.requireCompany(), user.userId()));
    return "testing/dashboard";
  }
}
