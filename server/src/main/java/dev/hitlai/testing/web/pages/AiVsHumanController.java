package dev.hitlai.testing.web.pages;

import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.testing.internal.comparison.CompanyContests;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** AI against people, over all hybrid tests of a company. */
@Controller
@Access(company = CompanyRole.VIEWER)
class AiVsHumanController {
  private static final int LATEST = 50;

  private final CompanyContests contests;

  AiVsHumanController(CompanyContests contests) {
    this.contests = contests;
  }

  @GetMapping("/company/ai-vs-human")
  String show(Model model) {
    model.addAttribute("contests", AiVsHumanPage.of(contests.read(LATEST)));
    return "testing/ai-vs-human";
  }
}
