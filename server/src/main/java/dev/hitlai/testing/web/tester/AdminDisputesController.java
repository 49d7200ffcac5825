package dev.hitlai.testing.web.tester;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.testing.internal.people.DisputeDecisions;
import dev.hitlai.testing.internal.people.DisputeReader;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Administrators decide what people don't agree on. */
@Controller
@RequestMapping("/admin/disputes")
@Access(admin = true)
class AdminDisputesController {
  private static final int DECIDED = 20;

  private final DisputeReader reader;
  private final DisputeDecisions decisions;

  AdminDisputesController(DisputeReader reader, DisputeDecisions decisions) {
    this.reader = reader;
    this.decisions = decisions;
  }

  @GetMapping
  String list(Model model) {
    return show(new DecisionForm("", "", "", ""), Problems.none(), model);
  }

  @PostMapping("/{id:[0-9a-fA-F-]{36}}")
  String decide(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @ModelAttribute DecisionForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    try {
      decisions.decide(user, id, form.decision());
    } catch (ApiProblem problem) {
      if (problem.code() != ErrorCode.VALIDATION_ERROR) {
        throw problem;
      }
      response.setStatus(400);
      return show(form, DecisionForm.problems(problem, id), model);
    }
    next.addFlashAttribute(Flash.KEY, Flash.success("Decided. Everybody concerned is told why."));
    return "redirect:/admin/disputes";
  }

  private String show(DecisionForm form, Problems problems, Model model) {
    model.addAttribute("open", reader.open().stream().map(DisputeRow::of).toList());
    model.addAttribute("decided", reader.decided(DECIDED).stream().map(DisputeRow::of).toList());
    model.addAttribute("form", form);
    model.addAttribute("problems", problems);
    return "testing/disputes";
  }
}
