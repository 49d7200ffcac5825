package dev.hitlai.identity.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.internal.FirstAdmin;
import dev.hitlai.identity.internal.Sessions;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind the link that makes the first administrator. */
@Controller
class SetupController {
  private final FirstAdmin firstAdmin;
  private final Sessions sessions;

  SetupController(FirstAdmin firstAdmin, Sessions sessions) {
    this.firstAdmin = firstAdmin;
    this.sessions = sessions;
  }

  @GetMapping("/setup/{token}")
  String form(@PathVariable String token, Model model) {
    if (!firstAdmin.isOpen(token)) {
      throw ApiProblem.notFound("This link has been used or has expired.");
    }
    return page(model, token, "", Problems.none());
  }

  @PostMapping("/setup/{token}")
  String make(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      sessions.begin(request, response, firstAdmin.make(token, email, password));
      return "redirect:/admin";
    } catch (ApiProblem refused) {
      if (refused.code().status() == 404) {
        throw refused;
      }
      response.setStatus(400);
      return page(model, token, email, SignUpController.problems(refused));
    }
  }

  private static String page(Model model, String token, String email, Problems problems) {
    model.addAttribute("token", token);
    model.addAttribute("email", email);
    model.addAttribute("problems", problems);
    return "identity/setup";
  }
}
