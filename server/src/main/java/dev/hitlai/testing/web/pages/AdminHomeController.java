package dev.hitlai.testing.web.pages;

import dev.hitlai.identity.Access;
import dev.hitlai.testing.internal.runs.CompanyFigures;
import dev.hitlai.testing.internal.runs.PlatformTargets;
import dev.hitlai.testing.internal.runs.RunOverviews;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class AdminHomeController {
  private final PlatformTargets targets;
  private final CompanyFigures figures;
  private final RunOverviews runs;

  AdminHomeController(PlatformTargets targets, CompanyFigures figures, RunOverviews runs) {
    this.targets = targets;
    this.figures = figures;
    this.runs = runs;
  }

  @GetMapping("/admin")
  @Access(admin = true)
  String home(Model model) {
    model.addAttribute("targets", TargetRow.all(targets.read()));
    model.addAttribute("figures", figures.read());
    model.addAttribute("runs", runs.list(null, 5, 0).stream().map(RunRow::of).toList());
    return "testing/admin";
  }
}
