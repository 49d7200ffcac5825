package dev.hitlai.identity.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.internal.Accounts;
import dev.hitlai.identity.internal.Sessions;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own name and password, the same page for everybody. */
@Controller
class AccountPages {
  private final Accounts accounts;
  private final Sessions sessions;

  AccountPages(Accounts accounts, Sessions sessions) {
    this.accounts = accounts;
    this.sessions = sessions;
  }

  @GetMapping({"/company/account", "/tester/settings", "/admin/account"})
  String show(@AuthenticationPrincipal CurrentUser user, Model model) {
    return page(model, user.displayName(), Problems.none());
  }

  @PostMapping({"/company/account/name", "/tester/settings/name", "/admin/account/name"})
  String rename(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String displayName,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      accounts.rename(user, displayName);
      redirect.addFlashAttribute(Flash.KEY, Flash.success("Name changed."));
      return "redirect:" + home(user);
    } catch (ApiProblem refused) {
      response.setStatus(400);
      return page(model, displayName, SignUpController.problems(refused));
    }
  }

  @PostMapping({
    "/company/account/password",
    "/tester/settings/password",
    "/admin/account/password"
  })
  String password(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String currentPassword,
      @RequestParam(defaultValue = "") String newPassword,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      accounts.changePassword(user, currentPassword, newPassword);
      sessions.renew(request);
      redirect.addFlashAttribute(
          Flash.KEY, Flash.success("Password changed; you are logged out everywhere else."));
      return "redirect:" + home(user);
    } catch (ApiProblem refused) {
      response.setStatus(400);
      return page(model, user.displayName(), SignUpController.problems(refused));
    }
  }

  private static String home(CurrentUser user) {
    return switch (user.type()) {
      case COMPANY -> "/company/account";
      case TESTER -> "/tester/settings";
      case ADMIN -> "/admin/account";
    };
  }

  private static String page(Model model, String displayName, Problems problems) {
    model.addAttribute("displayName", displayName);
    model.addAttribute("problems", problems);
    return "identity/account";
  }
}
