package dev.hitlai.unlock.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.FeatureGate;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.unlock.internal.CompanyOverview;
import dev.hitlai.unlock.internal.Unlocks;
import dev.hitlai.web.MilestoneProgress;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The company's ladder, and a page for each feature that has no place of its own yet. */
@Controller
@Access(company = CompanyRole.VIEWER)
class MilestonesPages {
  private static final int HISTORY = 12;

  private final CompanyOverview overview;
  private final Unlocks unlocks;
  private final MilestoneProgress progress;
  private final FeatureGate gate;

  MilestonesPages(
      CompanyOverview overview, Unlocks unlocks, MilestoneProgress progress, FeatureGate gate) {
    this.overview = overview;
    this.unlocks = unlocks;
    this.progress = progress;
    this.gate = gate;
  }

  @GetMapping("/company/milestones")
  String milestones(@AuthenticationPrincipal CurrentUser user, Model model) {
    model.addAttribute(
        "milestones", CompanyPage.of(overview.of(user.requireCompany()), unlocks.latest(HISTORY)));
    model.addAttribute("card", progress.card(user.requireCompany(), user.userId()));
    return "unlock/milestones";
  }

  @GetMapping("/company/features/{key}")
  String feature(@AuthenticationPrincipal CurrentUser user, @PathVariable String key) {
    FeatureKey feature = find(key);
    gate.require(user.requireCompany(), feature);
    return "redirect:" + FeaturePlaces.href(feature);
  }

  private static FeatureKey find(String key) {
    try {
      return FeatureKey.of(key);
    } catch (IllegalArgumentException unknown) {
      throw ApiProblem.notFound("No feature has this name.");
    }
  }
}
