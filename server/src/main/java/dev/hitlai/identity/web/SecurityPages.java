package dev.hitlai.identity.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.internal.OpenLogins;
import dev.hitlai.identity.internal.SecondFactors;
import dev.hitlai.identity.internal.Sessions;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How somebody's account is kept safe: second factor, recovery codes, open logins. */
@Controller
@RequestMapping("/account/security")
@Access(company = CompanyRole.VIEWER, tester = true, admin = true)
class SecurityPages {
  private static final String HOME = "redirect:/account/security";

  private final SecondFactors factors;
  private final OpenLogins logins;
  private final Sessions sessions;

  SecurityPages(SecondFactors factors, OpenLogins logins, Sessions sessions) {
    this.factors = factors;
    this.logins = logins;
    this.sessions = sessions;
  }

  @GetMapping
  String show(@AuthenticationPrincipal CurrentUser user, HttpServletRequest request, Model model) {
    return page(user, request, model, Problems.none());
  }

  @PostMapping("/second-factor")
  String begin(@AuthenticationPrincipal CurrentUser user, RedirectAttributes redirect) {
    try {
      factors.enrol(user);
      return HOME + "/second-factor";
    } catch (ApiProblem refused) {
      redirect.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
      return HOME;
    }
  }

  @GetMapping("/second-factor")
  String setUp(@AuthenticationPrincipal CurrentUser user, Model model) {
    return factors.status(user).pending() ? setUpPage(user, model, Problems.none()) : HOME;
  }

  @PostMapping("/second-factor/confirmation")
  String confirm(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String code,
      Model model,
      HttpServletResponse response) {
    if (!factors.status(user).pending()) {
      return HOME;
    }
    try {
      return codesPage(model, factors.confirm(user, code));
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      return setUpPage(user, model, SignUpController.problems(refused));
    }
  }

  @PostMapping("/second-factor/end")
  String disable(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String currentPassword,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes redirect) {
    try {
      factors.disable(user, currentPassword, code);
      redirect.addFlashAttribute(Flash.KEY, Flash.success("The second factor is off."));
      return HOME;
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      return page(user, request, model, SignUpController.problems(refused));
    }
  }

  @PostMapping("/codes")
  String renewCodes(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String renewalCode,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    try {
      return codesPage(model, factors.renewCodes(user, renewalCode));
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      var problems = SignUpController.problems(refused).renamed("code", "renewalCode");
      return page(user, request, model, problems);
    }
  }

  /** The codes come from the page that shows them, because nothing else knows them any more. */
  @PostMapping("/codes/file")
  ResponseEntity<byte[]> file(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") List<String> codes) {
    if (!factors.own(user, codes)) {
      throw ApiProblem.conflict("These recovery codes work no more; make new ones.");
    }
    String text =
        "Recovery codes of HitlAI for %s. Each works once.\n\n%s\n"
            .formatted(user.email(), String.join("\n", codes));
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_PLAIN, UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("hitlai-recovery-codes.txt")
                .build()
                .toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(text.getBytes(UTF_8));
  }

  @PostMapping("/logins/{id}/end")
  String end(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    try {
      logins.end(user, id);
      redirect.addFlashAttribute(Flash.KEY, Flash.success("Signed out there."));
    } catch (ApiProblem refused) {
      redirect.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
    }
    return HOME;
  }

  @PostMapping("/logins/end")
  String endAll(
      @AuthenticationPrincipal CurrentUser user,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    logins.endAll(user, request);
    sessions.renew(request);
    redirect.addFlashAttribute(
        Flash.KEY, Flash.success("You are signed out everywhere but in this browser."));
    return HOME;
  }

  private String page(
      CurrentUser user, HttpServletRequest request, Model model, Problems problems) {
    model.addAttribute("status", factors.status(user));
    model.addAttribute("logins", logins.of(user, request));
    model.addAttribute("problems", problems);
    return "identity/account-security";
  }

  private String setUpPage(CurrentUser user, Model model, Problems problems) {
    model.addAttribute("enrolment", factors.pending(user));
    model.addAttribute("problems", problems);
    return "identity/second-factor";
  }

  private static String codesPage(Model model, List<String> codes) {
    model.addAttribute("codes", codes);
    return "identity/recovery-codes";
  }
}
