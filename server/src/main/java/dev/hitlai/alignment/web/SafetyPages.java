package dev.hitlai.alignment.web;

import dev.hitlai.alignment.internal.constitution.Violations;
import dev.hitlai.alignment.internal.gates.GateRows;
import dev.hitlai.alignment.internal.safety.AiStops;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.Users;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Pager;
import dev.hitlai.web.view.Problems;
import dev.hitlai.web.view.Tab;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Violations, the gates' trail of a run, and the switch that stops all AI. */
@Controller
@Access(admin = true)
class SafetyPages {
  private static final int SIZE = 25;
  private static final int STOPS = 20;

  private final Violations violations;
  private final GateRows gates;
  private final AiStops stops;
  private final Users users;

  SafetyPages(Violations violations, GateRows gates, AiStops stops, Users users) {
    this.violations = violations;
    this.gates = gates;
    this.stops = stops;
    this.users = users;
  }

  @GetMapping("/admin/violations")
  String violations(
      Page page,
      Model model,
      @RequestParam(defaultValue = "open") String status,
      @RequestParam(name = "rule", required = false) @Nullable UUID rule,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    int at = Math.clamp(number, 1, 10_000);
    model.addAttribute("rows", violations.list(status, rule, SIZE, (long) (at - 1) * SIZE));
    model.addAttribute(
        "pager", new Pager(page.address(), at, SIZE, violations.count(status, rule)));
    model.addAttribute(
        "tabs",
        List.of(
            tab("Not settled", "open", status, rule),
            tab("Settled", "resolved", status, rule),
            tab("All", "all", status, rule)));
    return "alignment/violations";
  }

  private Tab tab(String label, String word, String shown, @Nullable UUID rule) {
    return new Tab(
        label,
        "/admin/violations?status=" + word + (rule == null ? "" : "&rule=" + rule),
        word.equals(shown),
        (long) violations.count(word, rule));
  }

  @PostMapping("/admin/violations/{id}/resolve")
  String resolve(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String notes,
      RedirectAttributes redirect) {
    try {
      violations.resolve(user, id, notes);
      redirect.addFlashAttribute(Flash.KEY, Flash.success("Settled."));
    } catch (ApiProblem problem) {
      if (problem.code() == ErrorCode.NOT_FOUND) {
        throw problem;
      }
      redirect.addFlashAttribute(Flash.KEY, Flash.error(sentence(problem)));
    }
    return "redirect:/admin/violations";
  }

  private static String sentence(ApiProblem problem) {
    return problem.details().isEmpty()
        ? problem.sentence()
        : "The note " + problem.details().values().iterator().next() + ".";
  }

  @GetMapping("/company/tests/{id:[0-9a-fA-F-]{36}}/gates")
  @Access(company = CompanyRole.VIEWER, admin = true)
  String gates(@PathVariable UUID id, Model model) {
    model.addAttribute("runId", id);
    model.addAttribute("summary", gates.ofRun(id));
    return "alignment/gates";
  }

  @GetMapping("/admin/safety-switch")
  String safety(Model model) {
    return safety(model, Problems.none(), Map.of());
  }

  private String safety(Model model, Problems problems, Map<String, String> entered) {
    var all = stops.list(STOPS);
    var people = new HashMap<UUID, String>();
    var ids = new java.util.ArrayList<UUID>();
    for (var stop : all) {
      if (stop.by() != null) {
        ids.add(stop.by());
      }
      if (stop.liftedBy() != null) {
        ids.add(stop.liftedBy());
      }
    }
    users.all(ids).forEach((id, user) -> people.put(id, user.displayName()));
    model.addAttribute("current", stops.current().orElse(null));
    model.addAttribute("stops", all);
    model.addAttribute("people", people);
    model.addAttribute("problems", problems);
    model.addAttribute("entered", entered);
    return "alignment/safety";
  }

  @PostMapping("/admin/safety-switch/stop")
  String stop(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return does(
        () -> stops.stop(user, reason),
        "All AI is stopped.",
        "reason",
        reason,
        model,
        response,
        redirect);
  }

  @PostMapping("/admin/safety-switch/lift")
  String lift(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String reasoning,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return does(
        () -> stops.lift(user, reasoning),
        "AI may act again.",
        "reasoning",
        reasoning,
        model,
        response,
        redirect);
  }

  private String does(
      Runnable work,
      String done,
      String field,
      String entered,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      work.run();
    } catch (ApiProblem problem) {
      response.setStatus(problem.code().status());
      return safety(model, RulePages.problems(problem), Map.of(field, entered));
    }
    redirect.addFlashAttribute(Flash.KEY, Flash.success(done));
    return "redirect:/admin/safety-switch";
  }
}
