package dev.hitlai.programs.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.UserType;
import dev.hitlai.programs.internal.Applicant;
import dev.hitlai.programs.internal.Redemption;
import dev.hitlai.programs.internal.StatusLinks;
import dev.hitlai.web.view.Flash;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What applicants see of their application, by its link. */
@Controller
class ApplicationStatusController {
  private final Applicant applicant;
  private final Redemption redemption;
  private final StatusLinks links;

  ApplicationStatusController(Applicant applicant, Redemption redemption, StatusLinks links) {
    this.applicant = applicant;
    this.redemption = redemption;
    this.links = links;
  }

  @GetMapping("/application-success")
  String success(@RequestParam(defaultValue = "") String application, Model model) {
    boolean known = links.read(application).isPresent();
    model.addAttribute("standing", known ? applicant.standing(application) : null);
    model.addAttribute("link", known ? "/application/" + application : null);
    model.addAttribute("next", ApplicationApi.NEXT_STEPS);
    return "programs/success";
  }

  @GetMapping("/application/{token}")
  String status(
      @PathVariable String token,
      @AuthenticationPrincipal @Nullable CurrentUser user,
      Model model) {
    model.addAttribute("standing", applicant.standing(token));
    model.addAttribute("link", "/application/" + token);
    model.addAttribute("tester", user != null && user.type() == UserType.TESTER);
    return "programs/status";
  }

  @PostMapping("/application/{token}/withdrawal")
  String withdraw(@PathVariable String token, RedirectAttributes redirect) {
    return does(token, redirect, () -> applicant.withdraw(token), "Withdrawn.");
  }

  @PostMapping("/application/{token}/offer")
  String accept(@PathVariable String token, RedirectAttributes redirect) {
    return does(token, redirect, () -> applicant.acceptOffer(token), "The spot is yours.");
  }

  @PostMapping("/application/{token}/code")
  String renew(@PathVariable String token, RedirectAttributes redirect) {
    return does(
        token, redirect, () -> applicant.renewCode(token), "A new code is on its way to you.");
  }

  @PostMapping("/application/{token}/joining")
  String join(
      @PathVariable String token,
      @AuthenticationPrincipal @Nullable CurrentUser user,
      RedirectAttributes redirect) {
    if (user == null || user.type() != UserType.TESTER) {
      redirect.addFlashAttribute(Flash.KEY, Flash.error("Log in as a tester to join."));
      return "redirect:/application/" + token;
    }
    String back = does(token, redirect, () -> applicant.join(token, user), "Welcome aboard!");
    return redirect.getFlashAttributes().get(Flash.KEY) instanceof Flash(var tone, var _)
            && tone == dev.hitlai.web.view.Tone.SUCCESS
        ? "redirect:/tester/program"
        : back;
  }

  /** What a mailed code is worth, before one logs in. */
  @GetMapping("/early-adopter/invitation")
  String invitation(
      @RequestParam(defaultValue = "") String code,
      @AuthenticationPrincipal @Nullable CurrentUser user,
      Model model) {
    Optional<Redemption.Worth> worth = code.isBlank() ? Optional.empty() : redemption.worth(code);
    model.addAttribute("code", code.strip());
    model.addAttribute("worth", worth.orElse(null));
    model.addAttribute("company", user != null && user.type() == UserType.COMPANY);
    return "programs/invitation";
  }

  private static String does(
      String token, RedirectAttributes redirect, Supplier<?> what, String done) {
    try {
      var _ = what.get();
      redirect.addFlashAttribute(Flash.KEY, Flash.success(done));
    } catch (ApiProblem refused) {
      if (refused.code() == ErrorCode.NOT_FOUND) {
        throw refused;
      }
      redirect.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
    }
    return "redirect:/application/" + token;
  }
}
