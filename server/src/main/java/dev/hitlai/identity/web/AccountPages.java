package dev.hitlai.identity.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.internal.Accounts;
import dev.hitlai.identity.internal.EmailProofs;
import dev.hitlai.identity.internal.OpenLogins;
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
  private final EmailProofs proofs;
  private final OpenLogins logins;
  private final Sessions sessions;

  AccountPages(Accounts accounts, EmailProofs proofs, OpenLogins logins, Sessions sessions) {
    this.accounts = accounts;
    this.proofs = proofs;
    this.logins = logins;
    this.sessions = sessions;
  }

  @GetMapping({"/company/account", "/tester/settings", "/admin/account"})
  String show(@AuthenticationPrincipal CurrentUser user, Model model) {
    return page(user, model, user.displayName(), Problems.none());
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
      return page(user, model, displayName, SignUpController.problems(refused));
    }
  }

  @GetMapping("/account")
  String leadHome(@AuthenticationPrincipal CurrentUser user) {
    return "redirect:" + home(user);
  }

  @PostMapping("/account/email")
  @Access(company = CompanyRole.VIEWER, tester = true, admin = true)
  String changeEmail(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String emailPassword,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      proofs.change(user, email, emailPassword);
      redirect.addFlashAttribute(
          Flash.KEY,
          Flash.success("We sent a link to " + email.strip() + ". Open it to use that address."));
      return "redirect:" + home(user);
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      model.addAttribute("newEmail", email);
      // Two forms of the page ask for the password; each has a name of its own for it.
      return page(
          user,
          model,
          user.displayName(),
          SignUpController.problems(refused).renamed("currentPassword", "emailPassword"));
    }
  }

  @PostMapping("/account/email/verification")
  @Access(company = CompanyRole.VIEWER, tester = true, admin = true)
  String sendAgain(@AuthenticationPrincipal CurrentUser user, RedirectAttributes redirect) {
    try {
      proofs.askAgain(user);
      redirect.addFlashAttribute(
          Flash.KEY, Flash.success("The mail to " + user.email() + " is on its way."));
    } catch (ApiProblem refused) {
      redirect.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
    }
    return "redirect:" + home(user);
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
      logins.endOthers(user, request);
      sessions.renew(request);
      redirect.addFlashAttribute(
          Flash.KEY, Flash.success("Password changed; you are logged out everywhere else."));
      return "redirect:" + home(user);
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      return page(user, model, user.displayName(), SignUpController.problems(refused));
    }
  }

  static String home(CurrentUser user) {
    return switch (user.type()) {
      case COMPANY -> "/company/account";
      case TESTER -> "/tester/settings";
      case ADMIN -> "/admin/account";
    };
  }

  private static String page(CurrentUser user, Model model, String displayName, Problems problems) {
    model.addAttribute("displayName", displayName);
    model.addAttribute("newEmail", model.asMap().getOrDefault("newEmail", ""));
    model.addAttribute("verified", user.standing().emailVerified());
    model.addAttribute("problems", problems);
    return "identity/account";
  }
}
