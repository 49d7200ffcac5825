package dev.hitlai.identity.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.internal.Client;
import dev.hitlai.identity.internal.PasswordResets;
import dev.hitlai.identity.internal.Sessions;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages for people who lost their password. */
@Controller
class PasswordResetController {
  private final PasswordResets resets;
  private final Sessions sessions;

  PasswordResetController(PasswordResets resets, Sessions sessions) {
    this.resets = resets;
    this.sessions = sessions;
  }

  @GetMapping({"/password/forgot", "/password/reset"})
  String forgot(Model model) {
    return forgotPage(model, "", false, Problems.none());
  }

  @PostMapping("/password/forgot")
  String ask(
      @RequestParam(defaultValue = "") String email,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      resets.ask(email, Client.of(request));
      return forgotPage(model, email, true, Problems.none());
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      return forgotPage(model, email, false, SignUpController.problems(refused));
    }
  }

  @GetMapping("/password/reset/{token}")
  String choose(@PathVariable String token, Model model, HttpServletResponse response) {
    if (!resets.isOpen(token)) {
      response.setStatus(404);
    }
    return choosePage(model, token, Problems.none());
  }

  @PostMapping("/password/reset/{token}")
  String choose(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String password,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      resets.choose(token, password);
      sessions.end(request);
      redirect.addFlashAttribute(
          Flash.KEY, Flash.success("Password changed. Log in with the new one."));
      return "redirect:/login";
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      return choosePage(model, token, SignUpController.problems(refused));
    }
  }

  private static String forgotPage(Model model, String email, boolean sent, Problems problems) {
    model.addAttribute("email", email);
    model.addAttribute("sent", sent);
    model.addAttribute("problems", problems);
    return "identity/password-forgot";
  }

  private String choosePage(Model model, String token, Problems problems) {
    model.addAttribute("token", token);
    model.addAttribute("open", resets.isOpen(token));
    model.addAttribute("minutes", resets.lifetime().toMinutes());
    model.addAttribute("problems", problems);
    return "identity/password-reset";
  }
}
