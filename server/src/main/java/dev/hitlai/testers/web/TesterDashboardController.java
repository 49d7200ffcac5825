package dev.hitlai.testers.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.testers.TesterRoster;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where testers begin. */
@Controller
class TesterDashboardController {
  private final TesterRoster roster;

  TesterDashboardController(TesterRoster roster) {
    this.roster = roster;
  }

  @GetMapping("/tester/dashboard")
  String show(@AuthenticationPrincipal CurrentUser user, Model model) {
    model.addAttribute(
        "profile",
        roster
            .profile(user.requireTester())
            .orElseThrow(() -> ApiProblem.notFound("You aren't on the roster.")));
    return "testers/dashboard";
  }
}
