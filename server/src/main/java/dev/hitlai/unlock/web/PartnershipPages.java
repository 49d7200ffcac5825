package dev.hitlai.unlock.web;

import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.FeatureGate;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.unlock.internal.relations.DevelopmentRequests;
import dev.hitlai.unlock.internal.relations.Roadmap;
import java.util.Map;
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

/** A partner's workspace: the roadmap with votes, and what is developed together. */
@Controller
@RequestMapping("/company/partnership")
@Access(company = CompanyRole.VIEWER)
class PartnershipPages {
  private static final String HOME = "/company/partnership";

  private final Roadmap roadmap;
  private final DevelopmentRequests requests;
  private final FeatureGate gate;

  PartnershipPages(Roadmap roadmap, DevelopmentRequests requests, FeatureGate gate) {
    this.roadmap = roadmap;
    this.requests = requests;
    this.gate = gate;
  }

  @GetMapping
  String workspace(@AuthenticationPrincipal CurrentUser user, Model model) {
    requireOpen(user);
    model.addAttribute("items", roadmap.items(user.requireCompany()));
    model.addAttribute("requests", requests.all());
    model.addAttribute("mayWrite", user.isAtLeast(CompanyRole.MEMBER));
    ConversationPages.addForm(model);
    return "unlock/partnership";
  }

  @PostMapping("/items/{id}/vote")
  @Access(company = CompanyRole.MEMBER)
  String vote(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam boolean wanted,
      RedirectAttributes redirect) {
    requireOpen(user);
    return Answering.done(
        redirect,
        HOME,
        wanted ? "Your company's vote counts." : "Vote taken back.",
        Map.of(),
        () -> roadmap.vote(user, id, wanted));
  }

  @PostMapping("/requests")
  @Access(company = CompanyRole.MEMBER)
  String propose(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String description,
      RedirectAttributes redirect) {
    requireOpen(user);
    return Answering.done(
        redirect,
        HOME,
        "Proposed. We answer here.",
        Map.of("title", title, "description", description),
        () -> requests.propose(user, title, description));
  }

  private void requireOpen(CurrentUser user) {
    gate.require(user.requireCompany(), FeatureKey.STRATEGIC_PARTNERSHIP);
  }
}
