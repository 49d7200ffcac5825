package dev.hitlai.identity.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.internal.Closings;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page where owners close their company. */
@Controller
@RequestMapping("/company/settings/closing")
@Access(company = CompanyRole.OWNER)
class ClosingPages {
  private static final String HOME = "redirect:/company/settings/closing";

  private final Closings closings;

  ClosingPages(Closings closings) {
    this.closings = closings;
  }

  @GetMapping
  @Access(company = CompanyRole.VIEWER)
  String show(@AuthenticationPrincipal CurrentUser user, Model model) {
    return page(user, model, "", Problems.none());
  }

  @PostMapping
  String close(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String name,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      closings.ask(user, name);
      redirect.addFlashAttribute(
          Flash.KEY, Flash.success("The company will be closed. You can still call it off."));
      return HOME;
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      return page(user, model, name, SignUpController.problems(refused));
    }
  }

  @PostMapping("/cancel")
  String cancel(@AuthenticationPrincipal CurrentUser user, RedirectAttributes redirect) {
    try {
      closings.cancel(user);
      redirect.addFlashAttribute(Flash.KEY, Flash.success("The company stays open."));
    } catch (ApiProblem refused) {
      redirect.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
    }
    return HOME;
  }

  private String page(CurrentUser user, Model model, String name, Problems problems) {
    model.addAttribute("plan", closings.of(user));
    model.addAttribute("mayClose", user.isAtLeast(CompanyRole.OWNER));
    model.addAttribute("name", name);
    model.addAttribute("problems", problems);
    return "identity/closing";
  }
}
