package dev.hitlai.testing.web.tester;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.testers.TesterRoster;
import dev.hitlai.testing.internal.people.DisputeDecisions;
import dev.hitlai.testing.internal.people.DisputeReader;
import dev.hitlai.testing.internal.people.TesterBoard;
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

/** A tester who was not involved decides where others disagree or an expert is needed. */
@Controller
@RequestMapping("/tester/review")
class ReviewController {
  private final TesterBoard board;
  private final TesterRoster roster;
  private final DisputeReader reader;
  private final DisputeDecisions decisions;

  ReviewController(
      TesterBoard board, TesterRoster roster, DisputeReader reader, DisputeDecisions decisions) {
    this.board = board;
    this.roster = roster;
    this.reader = reader;
    this.decisions = decisions;
  }

  @GetMapping
  String list(@AuthenticationPrincipal CurrentUser user, Model model) {
    model.addAttribute(
        "rows",
        board.open(user.requireTester()).stream()
            .filter(item -> item.assignment().review())
            .map(WorkRow::of)
            .toList());
    return "testing/reviews";
  }

  @GetMapping("/{id:[0-9a-fA-F-]{36}}")
  String one(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, Model model) {
    return show(user, id, new DecisionForm("", "", "", ""), Problems.none(), model);
  }

  @PostMapping("/{id:[0-9a-fA-F-]{36}}/{issue:[0-9a-fA-F-]{36}}")
  String decide(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @PathVariable UUID issue,
      @ModelAttribute DecisionForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    try {
      decisions.review(user, id, issue, form.decision());
    } catch (ApiProblem problem) {
      if (problem.code() != ErrorCode.VALIDATION_ERROR) {
        throw problem;
      }
      response.setStatus(400);
      return show(user, id, form, DecisionForm.problems(problem, issue), model);
    }
    next.addFlashAttribute(Flash.KEY, Flash.success("Decided. Everybody concerned is told why."));
    boolean more =
        board
            .find(user.requireTester(), id)
            .filter(item -> item.assignment().status().isOpen())
            .isPresent();
    return more ? "redirect:/tester/review/" + id : "redirect:/tester/review";
  }

  private String show(
      CurrentUser user, UUID id, DecisionForm form, Problems problems, Model model) {
    var item =
        board
            .find(user.requireTester(), id)
            .filter(one -> one.assignment().review() && one.run() != null)
            .orElseThrow(() -> ApiProblem.notFound("You have no such review."));
    boolean expert =
        roster.profile(user.requireTester()).filter(TesterRoster.Profile::expert).isPresent();
    model.addAttribute("row", WorkRow.of(item));
    model.addAttribute(
        "disputes",
        reader.toReview(item.assignment().runId(), expert).stream().map(DisputeRow::of).toList());
    model.addAttribute("form", form);
    model.addAttribute("problems", problems);
    return "testing/review";
  }
}
