package dev.hitlai.testing.web.pages;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.testing.internal.findings.Findings;
import dev.hitlai.testing.internal.findings.Triage;
import dev.hitlai.testing.internal.people.DisputeReader;
import dev.hitlai.testing.internal.people.Disputes;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Option;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/company/issues/{id:[0-9a-fA-F-]{36}}")
@Access(company = CompanyRole.VIEWER, admin = true)
class IssueController {
  private final Findings findings;
  private final Triage triage;
  private final Disputes disputes;
  private final DisputeReader reader;

  IssueController(Findings findings, Triage triage, Disputes disputes, DisputeReader reader) {
    this.findings = findings;
    this.triage = triage;
    this.disputes = disputes;
    this.reader = reader;
  }

  @GetMapping
  String finding(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, Model model) {
    var found =
        findings.find(id).orElseThrow(() -> ApiProblem.notFound("No finding has this address."));
    model.addAttribute("finding", FindingRow.of(found));
    model.addAttribute(
        "voices", reader.voices(id).stream().map(DisputeReader.Voice::words).toList());
    model.addAttribute("disputes", reader.ofFinding(id));
    model.addAttribute("maintains", user.isAtLeast(CompanyRole.MEMBER));
    model.addAttribute(
        "statuses",
        Triage.STATUSES.stream().map(code -> Option.of(code, Words.title(code))).toList());
    return "testing/issue";
  }

  @PostMapping
  @Access(company = CompanyRole.MEMBER)
  String decide(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String verdict,
      RedirectAttributes redirect) {
    triage.decide(id, status, verdict, user.userId());
    redirect.addFlashAttribute(Flash.KEY, Flash.success("Saved."));
    return "redirect:/company/issues/" + id;
  }

  @PostMapping("/dispute")
  @Access(company = CompanyRole.MEMBER)
  String dispute(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    try {
      disputes.disputeVerdict(user, id, reason);
      redirect.addFlashAttribute(Flash.KEY, Flash.success("An administrator looks into it."));
    } catch (ApiProblem problem) {
      if (problem.code() == ErrorCode.NOT_FOUND) {
        throw problem;
      }
      redirect.addFlashAttribute(Flash.KEY, Flash.error(problem.sentence()));
    }
    return "redirect:/company/issues/" + id;
  }
}
