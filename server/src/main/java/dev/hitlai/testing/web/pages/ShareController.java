package dev.hitlai.testing.web.pages;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.testing.internal.runs.ReportLinks;
import dev.hitlai.testing.web.SharedAddress;
import dev.hitlai.web.view.Flash;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes and revokes links to a report, from the page of its test. */
@Controller
@RequestMapping("/company/tests/{id:[0-9a-fA-F-]{36}}/links")
@Access(company = CompanyRole.MEMBER)
class ShareController {
  private final ReportLinks links;

  ShareController(ReportLinks links) {
    this.links = links;
  }

  @PostMapping
  String make(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "" + ReportLinks.USUAL_DAYS) String days,
      RedirectAttributes next) {
    try {
      var made = links.make(user, id, days.matches("\\d{1,4}") ? Integer.parseInt(days) : 0);
      next.addFlashAttribute("sharedUrl", SharedAddress.of(made.token()));
    } catch (ApiProblem refused) {
      if (refused.code() == ErrorCode.NOT_FOUND) {
        throw refused;
      }
      next.addFlashAttribute(Flash.KEY, Flash.error(sentence(refused)));
    }
    return "redirect:/company/tests/" + id + "#share";
  }

  @PostMapping("/{link}/revocation")
  String revoke(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @PathVariable UUID link,
      RedirectAttributes next) {
    links.revoke(user, id, link);
    next.addFlashAttribute(Flash.KEY, Flash.success("The link does not work any more."));
    return "redirect:/company/tests/" + id + "#share";
  }

  private static String sentence(ApiProblem refused) {
    return refused.code() == ErrorCode.VALIDATION_ERROR
        ? "A link works for 1 to 90 days."
        : String.valueOf(refused.getMessage());
  }
}
