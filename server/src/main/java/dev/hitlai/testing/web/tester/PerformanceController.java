package dev.hitlai.testing.web.tester;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.testers.TesterRoster;
import dev.hitlai.testing.LearningRecord;
import dev.hitlai.testing.internal.people.DisputeReader;
import dev.hitlai.testing.internal.people.Disputes;
import dev.hitlai.testing.internal.people.TesterBoard;
import dev.hitlai.testing.internal.people.TesterFigures;
import dev.hitlai.web.view.Flash;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A tester's own figures, verdicts and disputes. */
@Controller
class PerformanceController {
  private static final String HERE = "redirect:/tester/performance";
  private static final int OVER = 50;

  private final TesterRoster roster;
  private final TesterFigures figures;
  private final TesterBoard board;
  private final LearningRecord learning;
  private final DisputeReader reader;
  private final Disputes disputes;

  PerformanceController(
      TesterRoster roster,
      TesterFigures figures,
      TesterBoard board,
      LearningRecord learning,
      DisputeReader reader,
      Disputes disputes) {
    this.roster = roster;
    this.figures = figures;
    this.board = board;
    this.learning = learning;
    this.reader = reader;
    this.disputes = disputes;
  }

  @GetMapping("/tester/performance")
  String show(@AuthenticationPrincipal CurrentUser user, Model model) {
    UUID tester = user.requireTester();
    model.addAttribute(
        "profile",
        roster.profile(tester).orElseThrow(() -> ApiProblem.notFound("You aren't on the roster.")));
    model.addAttribute("figures", figures.of(tester));
    model.addAttribute("verdicts", figures.verdicts(tester));
    model.addAttribute("tallies", learning.of(tester));
    model.addAttribute("over", board.over(tester, OVER).stream().map(WorkRow::of).toList());
    model.addAttribute(
        "disputes", reader.raisedBy(user.userId()).stream().map(DisputeRow::of).toList());
    return "testing/performance";
  }

  @PostMapping("/tester/findings/{issue:[0-9a-fA-F-]{36}}/dispute")
  String disputeVerdict(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID issue,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next) {
    return said(next, () -> disputes.disputeVerdict(user, issue, reason));
  }

  @PostMapping("/tester/tests/{id:[0-9a-fA-F-]{36}}/dispute-rating")
  String disputeRating(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next) {
    return said(next, () -> disputes.disputeRating(user, id, reason));
  }

  private static String said(RedirectAttributes next, Runnable raise) {
    try {
      raise.run();
      next.addFlashAttribute(Flash.KEY, Flash.success("An administrator looks into it."));
    } catch (ApiProblem problem) {
      if (problem.code() != ErrorCode.VALIDATION_ERROR && problem.code() != ErrorCode.CONFLICT) {
        throw problem;
      }
      next.addFlashAttribute(Flash.KEY, Flash.error(problem.sentence()));
    }
    return HERE;
  }
}
