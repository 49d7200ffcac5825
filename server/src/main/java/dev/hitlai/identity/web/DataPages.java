package dev.hitlai.identity.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.internal.DataExport;
import dev.hitlai.identity.internal.Erasures;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's data: to take along, and to have erased. */
@Controller
@Access(company = CompanyRole.VIEWER, tester = true, admin = true)
class DataPages {
  private static final String HOME = "redirect:/account/data";

  private final DataExport export;
  private final Erasures erasures;

  DataPages(DataExport export, Erasures erasures) {
    this.export = export;
    this.erasures = erasures;
  }

  @GetMapping("/account/data")
  String show(@AuthenticationPrincipal CurrentUser user, Model model) {
    return page(user, model, Problems.none());
  }

  /** By POST, so that no other site can make a browser fetch it. */
  @PostMapping("/account/data/export")
  ResponseEntity<byte[]> export(@AuthenticationPrincipal CurrentUser user) {
    return zip(export.of(user));
  }

  static ResponseEntity<byte[]> zip(byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("hitlai-my-data.zip").build().toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(bytes);
  }

  @PostMapping("/account/data/erasure")
  String erase(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String currentPassword,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      erasures.ask(user, currentPassword);
      redirect.addFlashAttribute(
          Flash.KEY, Flash.success("Your account will be erased. You can still call it off."));
      return HOME;
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      return page(user, model, SignUpController.problems(refused));
    }
  }

  @PostMapping("/account/data/erasure/cancel")
  String cancel(@AuthenticationPrincipal CurrentUser user, RedirectAttributes redirect) {
    return cancelled(() -> erasures.cancel(user), redirect, HOME);
  }

  /** Behind the link of the mail, which works without logging in. */
  @GetMapping("/keep-account/{token}")
  @Access(everyone = true)
  String keep(@PathVariable String token, Model model) {
    if (!erasures.isOpen(token)) {
      throw ApiProblem.notFound("This link has been used or has expired.");
    }
    model.addAttribute("token", token);
    return "identity/keep-account";
  }

  @PostMapping("/keep-account/{token}")
  @Access(everyone = true)
  String keep(@PathVariable String token, RedirectAttributes redirect) {
    return cancelled(() -> erasures.cancel(token), redirect, "redirect:/start");
  }

  private static String cancelled(Runnable work, RedirectAttributes redirect, String next) {
    try {
      work.run();
      redirect.addFlashAttribute(Flash.KEY, Flash.success("Your account stays."));
    } catch (ApiProblem refused) {
      redirect.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
    }
    return next;
  }

  private String page(CurrentUser user, Model model, Problems problems) {
    model.addAttribute("plan", erasures.of(user));
    model.addAttribute("problems", problems);
    return "identity/account-data";
  }
}
