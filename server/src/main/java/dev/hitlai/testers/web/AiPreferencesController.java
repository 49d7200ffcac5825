package dev.hitlai.testers.web;

import dev.hitlai.identity.Access;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.testers.AiPreferences;
import dev.hitlai.testers.AiTesters;
import dev.hitlai.testers.AssignmentPreferences;
import dev.hitlai.testers.SelectionPart;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which AI testers a company lets near its sites, with a preview of what that means for a test. */
@Controller
@RequestMapping("/company/ai-preferences")
@Access(company = CompanyRole.ADMIN)
class AiPreferencesController {
  private final AssignmentPreferences preferences;
  private final AiTesters testers;
  private final Audit audit;
  private final TransactionTemplate transactions;

  AiPreferencesController(
      AssignmentPreferences preferences,
      AiTesters testers,
      Audit audit,
      TransactionTemplate transactions) {
    this.preferences = preferences;
    this.testers = testers;
    this.audit = audit;
    this.transactions = transactions;
  }

  @GetMapping
  @Access(company = CompanyRole.VIEWER)
  String show(@AuthenticationPrincipal CurrentUser user, Model model) {
    var wanted = preferences.of(user.requireCompany());
    return page(user, AiPreferencesForm.of(wanted), Problems.none(), wanted, model);
  }

  /** What is filled in but not saved. */
  @PostMapping("/preview")
  @Access(company = CompanyRole.VIEWER)
  String preview(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam MultiValueMap<String, String> given,
      Model model) {
    var form = AiPreferencesForm.read(given);
    var problems = Refusals.of(form.problems(), form::preferences);
    var wanted = problems.any() ? preferences.of(user.requireCompany()) : form.preferences();
    model.addAttribute("selection", select(user, form, wanted));
    model.addAttribute("validated", wanted.humanValidation());
    return "testers/ai_preview";
  }

  @PostMapping
  String save(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam MultiValueMap<String, String> given,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var form = AiPreferencesForm.read(given);
    var problems = Refusals.of(form.problems(), form::preferences);
    if (problems.any()) {
      response.setStatus(400);
      return page(user, form, problems, preferences.of(user.requireCompany()), model);
    }
    keep(user, form.preferences());
    redirect.addFlashAttribute(
        Flash.KEY, Flash.success("Saved. Tests asked for from now on go by it."));
    return "redirect:/company/ai-preferences";
  }

  private void keep(CurrentUser user, AiPreferences wanted) {
    transactions.executeWithoutResult(
        _ -> {
          preferences.set(user.requireCompany(), wanted);
          audit.note(user, "company.ai_preferences_changed", "company", user.requireCompany());
        });
  }

  private String page(
      CurrentUser user,
      AiPreferencesForm form,
      Problems problems,
      AiPreferences wanted,
      Model model) {
    model.addAttribute("form", form);
    model.addAttribute("problems", problems);
    model.addAttribute("selection", select(user, form, wanted));
    model.addAttribute("validated", wanted.humanValidation());
    model.addAttribute("maySave", user.isAtLeast(CompanyRole.ADMIN));
    return "testers/ai-preferences";
  }

  private SelectionPart select(CurrentUser user, AiPreferencesForm form, AiPreferences wanted) {
    String type = wanted.humanValidation() ? "hybrid" : form.previewType();
    return SelectionPart.of(
        testers.select(user.requireCompany(), wanted, form.previewKinds(), type));
  }
}
