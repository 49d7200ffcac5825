package dev.hitlai.testing.web.pages;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.UserType;
import dev.hitlai.testers.Comparisons;
import dev.hitlai.testing.TestType;
import dev.hitlai.testing.internal.findings.FindingFilter;
import dev.hitlai.testing.internal.findings.Findings;
import dev.hitlai.testing.internal.people.HumanResults;
import dev.hitlai.testing.internal.runs.RunOverview;
import dev.hitlai.testing.internal.runs.RunOverviews;
import dev.hitlai.web.view.Flash;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The AI and the people of one test, side by side. */
@Controller
@RequestMapping("/company/tests/{id:[0-9a-fA-F-]{36}}/compare")
@Access(company = CompanyRole.VIEWER, admin = true)
class CompareController {
  private static final int ALL = 1000;

  private final RunOverviews runs;
  private final Comparisons comparisons;
  private final HumanResults people;
  private final Findings findings;

  CompareController(
      RunOverviews runs, Comparisons comparisons, HumanResults people, Findings findings) {
    this.runs = runs;
    this.comparisons = comparisons;
    this.people = people;
    this.findings = findings;
  }

  @GetMapping
  String show(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, Model model) {
    var run = runs.find(id).orElseThrow(() -> ApiProblem.notFound("No test has this address."));
    model.addAttribute(
        "compare",
        ComparePage.of(
            id,
            run.title(),
            whyNot(run),
            comparisons.ofRun(id),
            people.submissions(id),
            findings.list(FindingFilter.ofRun(id), "severity", ALL, 0)));
    model.addAttribute(
        "mayValidate", user.type() == UserType.ADMIN || user.isAtLeast(CompanyRole.MEMBER));
    return "testing/compare";
  }

  @PostMapping("/{comparison:[0-9a-fA-F-]{36}}/validation")
  @Access(company = CompanyRole.MEMBER, admin = true)
  String validate(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @PathVariable UUID comparison,
      @RequestParam(defaultValue = "") String notes,
      RedirectAttributes next) {
    try {
      comparisons.validate(comparison, user.userId(), notes);
      next.addFlashAttribute(Flash.KEY, Flash.success("Thank you, your word is kept with it."));
    } catch (ApiProblem refused) {
      if (!refused.details().containsKey("notes")) {
        throw refused;
      }
      next.addFlashAttribute(Flash.KEY, Flash.error("Say what you think of the comparison."));
    }
    return "redirect:/company/tests/" + id + "/compare";
  }

  private static String whyNot(RunOverview run) {
    if (run.type() != TestType.HYBRID) {
      return "Only hybrid tests have an AI and people on the same mission.";
    }
    return run.status().isFinal()
        ? "Nobody handed this test in, so there is nobody to compare the AI with."
        : "The comparison is made when the test completes.";
  }
}
