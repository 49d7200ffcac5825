package dev.hitlai.models.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.models.Capabilities;
import dev.hitlai.models.internal.Benchmarks;
import dev.hitlai.web.view.Flash;
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

/** What each AI can do, where administrators put it into service and have it measured. */
@Controller
@RequestMapping("/admin/ai-testers")
@Access(admin = true)
class AdminAiTestersController {
  private static final int RUNS = 10;
  private static final int SCORES = 30;

  private final Capabilities capabilities;
  private final Benchmarks benchmarks;

  AdminAiTestersController(Capabilities capabilities, Benchmarks benchmarks) {
    this.capabilities = capabilities;
    this.benchmarks = benchmarks;
  }

  @GetMapping
  String show(Model model) {
    model.addAttribute("rows", capabilities.all().stream().map(CapabilityRow::of).toList());
    return withBenchmarks(model, "models/admin");
  }

  /** The part of the page that changes while a measuring goes on. */
  @GetMapping("/benchmarks")
  String progress(Model model) {
    return withBenchmarks(model, "models/benchmarks");
  }

  @PostMapping("/benchmarks")
  String measure(@AuthenticationPrincipal CurrentUser user, RedirectAttributes next) {
    return answer(
        next,
        "The measuring has begun; it takes some minutes.",
        () -> benchmarks.start(user.userId()));
  }

  @PostMapping("/{id:[0-9a-fA-F-]{36}}")
  String change(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean inService,
      @RequestParam(defaultValue = "false") boolean recommended,
      @RequestParam(defaultValue = "") String description,
      RedirectAttributes next) {
    return answer(
        next, "Saved.", () -> capabilities.change(id, inService, recommended, description));
  }

  private static String answer(RedirectAttributes next, String done, Runnable act) {
    try {
      act.run();
      next.addFlashAttribute(Flash.KEY, Flash.success(done));
    } catch (ApiProblem refused) {
      if (refused.code() == ErrorCode.NOT_FOUND) {
        throw refused;
      }
      next.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
    }
    return "redirect:/admin/ai-testers";
  }

  private String withBenchmarks(Model model, String view) {
    model.addAttribute("runs", benchmarks.runs(RUNS));
    model.addAttribute("scores", benchmarks.scores(SCORES));
    return view;
  }
}
