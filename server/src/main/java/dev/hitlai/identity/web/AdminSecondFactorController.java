package dev.hitlai.identity.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.internal.LostSecondFactors;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Problems;
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

/** The page where an administrator removes a second factor that somebody lost. */
@Controller
@RequestMapping("/admin/users/{id}/second-factor")
class AdminSecondFactorController {
  private final LostSecondFactors factors;

  AdminSecondFactorController(LostSecondFactors factors) {
    this.factors = factors;
  }

  @GetMapping
  String show(@PathVariable UUID id, Model model) {
    return page(id, model, "", Problems.none());
  }

  @PostMapping
  String remove(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      factors.remove(user, id, reason);
      redirect.addFlashAttribute(
          Flash.KEY, Flash.success("Removed. The person was told, and is signed out everywhere."));
      return "redirect:/admin/users/" + id + "/second-factor";
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      return page(id, model, reason, SignUpController.problems(refused));
    }
  }

  private String page(UUID id, Model model, String reason, Problems problems) {
    model.addAttribute("id", id);
    model.addAttribute("factor", factors.of(id));
    model.addAttribute("reason", reason);
    model.addAttribute("problems", problems);
    return "identity/admin-second-factor";
  }
}
