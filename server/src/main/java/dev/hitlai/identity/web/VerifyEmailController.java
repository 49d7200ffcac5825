package dev.hitlai.identity.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.internal.EmailProofs;
import dev.hitlai.web.view.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page behind a link that proves an address. Opening it changes nothing: programs that look
 * into mails open every link, and only a person presses the button.
 */
@Controller
class VerifyEmailController {
  private final EmailProofs proofs;

  VerifyEmailController(EmailProofs proofs) {
    this.proofs = proofs;
  }

  @GetMapping("/verify-email/{token}")
  String ask(@PathVariable String token, Model model) {
    model.addAttribute("token", token);
    model.addAttribute("email", proofs.find(token).orElseThrow(VerifyEmailController::gone));
    return "identity/verify-email";
  }

  @PostMapping("/verify-email/{token}")
  String confirm(@PathVariable String token, RedirectAttributes redirect) {
    try {
      String email = proofs.confirm(token);
      redirect.addFlashAttribute(Flash.KEY, Flash.success(email + " is confirmed."));
    } catch (ApiProblem refused) {
      redirect.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
    }
    return "redirect:/start";
  }

  private static ApiProblem gone() {
    return ApiProblem.notFound(
        "This link has been used or has expired. Log in to have another one sent.");
  }
}
