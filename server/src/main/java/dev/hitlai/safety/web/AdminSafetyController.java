package dev.hitlai.safety.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.safety.internal.AlignmentDays;
import dev.hitlai.safety.internal.BiasAudits;
import dev.hitlai.safety.internal.Board;
import dev.hitlai.safety.internal.BoardRecords;
import dev.hitlai.safety.internal.Levels;
import dev.hitlai.web.view.Chart;
import dev.hitlai.web.view.Flash;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bias audits, alignment by day, levels and the board. */
@Controller
@RequestMapping("/admin")
@Access(admin = true)
class AdminSafetyController {
  private static final int AUDITS = 10;
  private static final int DAYS = 120;
  private static final int REVIEWS = 20;

  private final BiasAudits audits;
  private final AlignmentDays days;
  private final Levels levels;
  private final Board board;
  private final BoardRecords records;

  AdminSafetyController(
      BiasAudits audits, AlignmentDays days, Levels levels, Board board, BoardRecords records) {
    this.audits = audits;
    this.days = days;
    this.levels = levels;
    this.board = board;
    this.records = records;
  }

  @GetMapping("/bias")
  String bias(Model model) {
    model.addAttribute("audits", audits.list(AUDITS));
    return "safety/bias";
  }

  @PostMapping("/bias")
  String audit(RedirectAttributes next) {
    return answer(next, "/admin/bias", "Audited.", audits::run);
  }

  @PostMapping("/bias/{id:[0-9a-fA-F-]{36}}/mitigation")
  String mitigated(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String strategy,
      RedirectAttributes next) {
    return answer(
        next,
        "/admin/bias",
        "Saved. The next audit shows whether it helped.",
        () -> audits.mitigated(id, strategy));
  }

  @GetMapping("/safety")
  String safety(@AuthenticationPrincipal CurrentUser user, Model model) {
    var measuredDays = days.list(DAYS);
    var members = board.members();
    model.addAttribute("days", measuredDays.stream().limit(14).toList());
    model.addAttribute("chart", chart(measuredDays).orElse(null));
    model.addAttribute("measured", levels.measure());
    model.addAttribute("levels", levels.list());
    model.addAttribute("approved", levels.approved());
    model.addAttribute("members", members);
    model.addAttribute("quorum", board.quorum());
    model.addAttribute(
        "mayVote", members.stream().anyMatch(one -> one.userId().equals(user.userId())));
    model.addAttribute("reviews", records.reviews(REVIEWS));
    model.addAttribute("decisions", records.decisions(REVIEWS));
    return "safety/board";
  }

  private static Optional<Chart> chart(List<AlignmentDays.Day> all) {
    var byDay = new TreeMap<java.time.Instant, List<AlignmentDays.Day>>();
    all.forEach(one -> byDay.computeIfAbsent(one.day(), _ -> new ArrayList<>()).add(one));
    if (byDay.size() < 2) {
      return Optional.empty();
    }
    var scores =
        byDay.values().stream()
            .map(some -> some.stream().mapToDouble(AlignmentDays.Day::score).average().orElse(0))
            .toList();
    return Optional.of(
        new Chart(
            "Agreement with people by day",
            "share",
            Chart.Kind.LINES,
            byDay.keySet().stream().map(day -> day.toString().substring(5, 10)).toList(),
            List.of(new Chart.Series("Agreement", scores))));
  }

  @PostMapping("/safety/levels")
  String assess(RedirectAttributes next) {
    return answer(next, "/admin/safety", "Measured anew.", levels::assess);
  }

  @PostMapping("/safety/reviews")
  String ask(
      @AuthenticationPrincipal CurrentUser user, @RequestParam int level, RedirectAttributes next) {
    return answer(
        next, "/admin/safety", "The board is asked.", () -> board.ask(level, user.userId()));
  }

  @PostMapping("/safety/reviews/{id:[0-9a-fA-F-]{36}}")
  String vote(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String vote,
      @RequestParam(defaultValue = "") String reasons,
      @RequestParam(defaultValue = "") String condition,
      RedirectAttributes next) {
    return answer(
        next,
        "/admin/safety",
        "Your vote counts.",
        () -> board.vote(id, Objects.requireNonNull(user.userId()), vote, reasons, condition));
  }

  @PostMapping("/safety/members")
  String add(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "false") boolean veto,
      RedirectAttributes next) {
    return answer(
        next, "/admin/safety", "On the board.", () -> board.add(email, veto, user.userId()));
  }

  @PostMapping("/safety/members/{id:[0-9a-fA-F-]{36}}/remove")
  String remove(@PathVariable UUID id, RedirectAttributes next) {
    return answer(next, "/admin/safety", "Off the board.", () -> board.remove(id));
  }

  private static String answer(RedirectAttributes next, String to, String done, Runnable act) {
    try {
      act.run();
      next.addFlashAttribute(Flash.KEY, Flash.success(done));
    } catch (ApiProblem refused) {
      if (refused.code() == ErrorCode.NOT_FOUND) {
        throw refused;
      }
      next.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
    }
    return "redirect:" + to;
  }
}
