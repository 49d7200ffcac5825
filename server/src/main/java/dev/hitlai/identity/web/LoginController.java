package dev.hitlai.identity.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.internal.Client;
import dev.hitlai.identity.internal.Logins;
import dev.hitlai.identity.internal.SecondStep;
import dev.hitlai.identity.internal.Sessions;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to log in, and where it leads. */
@Controller
class LoginController {
  private final Logins logins;
  private final SecondStep step;
  private final Sessions sessions;

  LoginController(Logins logins, SecondStep step, Sessions sessions) {
    this.logins = logins;
    this.step = step;
    this.sessions = sessions;
  }

  @GetMapping("/login")
  String form(
      @AuthenticationPrincipal @Nullable CurrentUser user,
      @RequestParam(defaultValue = "") String next,
      Model model) {
    if (user != null) {
      return "redirect:" + Links.local(next, user.area().home());
    }
    return page(model, "", next, Problems.none());
  }

  @PostMapping("/login")
  String logIn(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String next,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      var checked = logins.check(email, password, Client.of(request));
      if (checked.needsCode()) {
        return codePage(model, step.begin(checked.userId()), next, Problems.none());
      }
      sessions.begin(request, response, checked.userId());
      return "redirect:" + Links.local(next, "/start");
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      return page(model, email, next, new Problems(Map.of("form", refused.sentence())));
    }
  }

  @GetMapping("/login/code")
  String codeAgain() {
    return "redirect:/login";
  }

  @PostMapping("/login/code")
  String code(
      @RequestParam(defaultValue = "") String half,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String next,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      UUID person = step.complete(half, code, Client.of(request));
      sessions.begin(request, response, person);
      return "redirect:" + Links.local(next, "/start");
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      var problems = new Problems(Map.of("form", refused.sentence()));
      return step.isOpen(half)
          ? codePage(model, half, next, problems)
          : page(model, "", next, problems);
    }
  }

  private static String codePage(Model model, String half, String next, Problems problems) {
    model.addAttribute("half", half);
    model.addAttribute("next", next);
    model.addAttribute("problems", problems);
    return "identity/login-code";
  }

  /** Leads everybody to where they work. */
  @GetMapping("/start")
  String start(@AuthenticationPrincipal @Nullable CurrentUser user) {
    return "redirect:" + (user == null ? "/login" : user.area().home());
  }

  private static String page(Model model, String email, String next, Problems problems) {
    model.addAttribute("email", email);
    model.addAttribute("next", next);
    model.addAttribute("problems", problems);
    return "identity/login";
  }
}
