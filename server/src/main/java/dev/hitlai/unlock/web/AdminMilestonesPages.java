package dev.hitlai.unlock.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.Companies;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.Users;
import dev.hitlai.unlock.internal.CompanyOverview;
import dev.hitlai.unlock.internal.Grants;
import dev.hitlai.unlock.internal.PhaseOverview;
import dev.hitlai.unlock.internal.Recount;
import dev.hitlai.unlock.internal.Unlocks;
import dev.hitlai.unlock.internal.relations.AccountManagers;
import dev.hitlai.web.view.Option;
import dev.hitlai.web.view.Problems;
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

/** Phases, the companies' milestones, early grants and account managers, for administrators. */
@Controller
@RequestMapping("/admin/milestones")
@Access(admin = true)
class AdminMilestonesPages {
  private static final int SHOWN = 25;

  private final PhaseOverview phases;
  private final CompanyOverview overview;
  private final Companies companies;
  private final Unlocks unlocks;
  private final Grants grants;
  private final Recount recount;
  private final AccountManagers managers;
  private final Users users;

  AdminMilestonesPages(
      PhaseOverview phases,
      CompanyOverview overview,
      Companies companies,
      Unlocks unlocks,
      Grants grants,
      Recount recount,
      AccountManagers managers,
      Users users) {
    this.phases = phases;
    this.overview = overview;
    this.companies = companies;
    this.unlocks = unlocks;
    this.grants = grants;
    this.recount = recount;
    this.managers = managers;
    this.users = users;
  }

  @GetMapping
  String list(@RequestParam(defaultValue = "") String q, Model model) {
    model.addAttribute("ladder", PhasesPage.of(phases));
    model.addAttribute("q", q);
    model.addAttribute(
        "companies",
        companies.search(q, SHOWN).stream()
            .map(company -> CompanyRow.of(company, overview.of(company.id())))
            .toList());
    model.addAttribute("grants", GrantRow.all(unlocks.grants(SHOWN), companies, users));
    return "unlock/admin";
  }

  @PostMapping("/recount")
  String recount(RedirectAttributes redirect) {
    return Answering.done(
        redirect, "/admin/milestones", "Counted again.", Map.of(), recount::everything);
  }

  @GetMapping("/companies/{id}")
  String company(@PathVariable UUID id, Model model) {
    var company =
        companies.find(id).orElseThrow(() -> ApiProblem.notFound("No company has this id."));
    model.addAttribute("company", CompanyRow.of(company, overview.of(id)));
    model.addAttribute("milestones", CompanyPage.of(overview.of(id), java.util.List.of()));
    model.addAttribute("locked", CompanyRow.locked(overview.of(id)));
    model.addAttribute(
        "grants",
        GrantRow.all(unlocks.grants(200), companies, users).stream()
            .filter(grant -> grant.companyId().equals(id))
            .toList());
    model.addAttribute("manager", managers.of(id).orElse(null));
    model.addAttribute(
        "people",
        users.administrators().stream()
            .map(user -> Option.of(user.id().toString(), user.displayName() + ", " + user.email()))
            .toList());
    model.asMap().putIfAbsent(Answering.PROBLEMS, Problems.none());
    model.asMap().putIfAbsent(Answering.ENTERED, Map.of());
    return "unlock/admin-company";
  }

  @PostMapping("/companies/{id}/grants")
  String grant(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String feature,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    return Answering.done(
        redirect,
        "/admin/milestones/companies/" + id,
        "Granted. The company was told.",
        Map.of("feature", feature, "reason", reason),
        () -> grants.grant(user, id, GrantsController.feature(feature), reason));
  }

  @PostMapping("/companies/{company}/grants/{id}/revocation")
  String revoke(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID company,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    return Answering.done(
        redirect,
        "/admin/milestones/companies/" + company,
        "Revoked. The company was told.",
        Map.of(),
        () -> grants.revoke(user, id, reason));
  }

  @PostMapping("/companies/{id}/account-manager")
  String assign(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam UUID userId,
      @RequestParam(defaultValue = "") String introduction,
      RedirectAttributes redirect) {
    return Answering.done(
        redirect,
        "/admin/milestones/companies/" + id,
        "Assigned.",
        Map.of("introduction", introduction),
        () -> managers.assign(user, id, userId, introduction));
  }
}
