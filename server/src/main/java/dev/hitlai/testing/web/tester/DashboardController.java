package dev.hitlai.testing.web.tester;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.testers.TesterRoster;
import dev.hitlai.testing.internal.people.TestMoney;
import dev.hitlai.testing.internal.people.TesterBoard;
import dev.hitlai.testing.internal.people.TesterWork;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Say;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where testers begin: offers, work at hand, what is over. */
@Controller("testerDashboard")
class DashboardController {
  private static final int OVER = 20;
  private static final String HOME = "redirect:/tester/dashboard";

  private final TesterRoster roster;
  private final TesterBoard board;
  private final TesterWork work;
  private final TestMoney money;

  DashboardController(TesterRoster roster, TesterBoard board, TesterWork work, TestMoney money) {
    this.roster = roster;
    this.board = board;
    this.work = work;
    this.money = money;
  }

  @GetMapping("/tester/dashboard")
  String show(@AuthenticationPrincipal CurrentUser user, Model model) {
    UUID tester = user.requireTester();
    var open = board.open(tester).stream().map(WorkRow::of).toList();
    model.addAttribute(
        "profile",
        roster.profile(tester).orElseThrow(() -> ApiProblem.notFound("You aren't on the roster.")));
    model.addAttribute("offers", open.stream().filter(WorkRow::offered).toList());
    model.addAttribute("work", open.stream().filter(row -> !row.offered()).toList());
    model.addAttribute("over", board.over(tester, OVER).stream().map(WorkRow::of).toList());
    model.addAttribute("worth", Say.money(money.worth(tester)));
    return "testing/tester-dashboard";
  }

  @GetMapping("/tester/tests/{id:[0-9a-fA-F-]{36}}")
  String one(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, Model model) {
    UUID tester = user.requireTester();
    model.addAttribute(
        "row",
        board
            .find(tester, id)
            .map(WorkRow::of)
            .orElseThrow(() -> ApiProblem.notFound("You have no such test.")));
    model.addAttribute("worth", Say.money(money.worth(tester)));
    return "testing/tester-work";
  }

  @PostMapping("/tester/tests/{id:[0-9a-fA-F-]{36}}/accept")
  String accept(
      @AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, RedirectAttributes next) {
    work.accept(user, id);
    next.addFlashAttribute(
        Flash.KEY, Flash.success("It is yours. Begin when you have half an hour of quiet."));
    return HOME;
  }

  @PostMapping("/tester/tests/{id:[0-9a-fA-F-]{36}}/decline")
  String decline(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next) {
    work.decline(user, id, reason);
    next.addFlashAttribute(
        Flash.KEY, Flash.info("Somebody else is asked. That has no consequences for you."));
    return HOME;
  }

  @PostMapping("/tester/tests/{id:[0-9a-fA-F-]{36}}/start")
  String start(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    var begun = work.start(user, id);
    return begun.review()
        ? "redirect:/tester/review/" + id
        : "redirect:/tester/tests/" + id + "/execute";
  }
}
