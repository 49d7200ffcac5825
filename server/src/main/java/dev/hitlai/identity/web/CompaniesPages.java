package dev.hitlai.identity.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.internal.Client;
import dev.hitlai.identity.internal.OwnCompanies;
import dev.hitlai.identity.internal.Sessions;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

/** The page where people go from one of their companies to another, or found one. */
@Controller
@RequestMapping("/account/companies")
@Access(company = CompanyRole.VIEWER)
class CompaniesPages {
  private final OwnCompanies companies;
  private final Sessions sessions;

  CompaniesPages(OwnCompanies companies, Sessions sessions) {
    this.companies = companies;
    this.sessions = sessions;
  }

  @GetMapping
  String show(@AuthenticationPrincipal CurrentUser user, Model model) {
    return page(user, model, "", "", "", Problems.none());
  }

  @PostMapping("/{id}/choice")
  String choose(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    try {
      companies.requireOpen(user, id);
    } catch (ApiProblem refused) {
      redirect.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
      return "redirect:/account/companies";
    }
    sessions.choose(request, id);
    return "redirect:/company/dashboard";
  }

  @PostMapping
  String found(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String companyName,
      @RequestParam(defaultValue = "") String companySize,
      @RequestParam(defaultValue = "") String industry,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      UUID id =
          companies.found(
              user,
              companyName,
              Entered.orNull(companySize),
              Entered.orNull(industry),
              Client.of(request));
      sessions.choose(request, id);
      redirect.addFlashAttribute(
          Flash.KEY, Flash.success("You are the owner of " + companyName.strip() + " now."));
      return "redirect:/company/dashboard";
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      return page(
          user, model, companyName, companySize, industry, SignUpController.problems(refused));
    }
  }

  private String page(
      CurrentUser user, Model model, String name, String size, String industry, Problems problems) {
    model.addAttribute("places", companies.of(user));
    model.addAttribute("lost", user.isWithoutCompany());
    model.addAttribute("companyName", name);
    model.addAttribute("companySize", size);
    model.addAttribute("industry", industry);
    model.addAttribute("problems", problems);
    return "identity/companies";
  }
}
