package dev.hitlai.testing.web.pages;

import dev.hitlai.identity.Access;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testers.AiPerformances;
import dev.hitlai.testers.AiPerformances.Period;
import dev.hitlai.testing.internal.comparison.AiReckoning;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Tab;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How AI testers did, by week and month. */
@Controller
@RequestMapping("/admin/ai-performance")
@Access(admin = true)
class AdminPerformanceController {
  private static final int MOST = 100;

  private final AiPerformances performances;
  private final AiReckoning reckoning;

  AdminPerformanceController(AiPerformances performances, AiReckoning reckoning) {
    this.performances = performances;
    this.reckoning = reckoning;
  }

  @GetMapping
  String show(@RequestParam(defaultValue = "month") String period, Model model) {
    var wanted = period.equals("week") ? Period.WEEK : Period.MONTH;
    model.addAttribute(
        "rows", performances.list(wanted, MOST).stream().map(PerformanceRow::of).toList());
    model.addAttribute(
        "tabs",
        List.of(
            Tab.of("By month", "/admin/ai-performance", wanted == Period.MONTH),
            Tab.of("By week", "/admin/ai-performance?period=week", wanted == Period.WEEK)));
    return "testing/admin-ai-performance";
  }

  @PostMapping("/reckoning")
  String reckon(RedirectAttributes next) {
    Tenancy.run(Actor.system("ai performance"), reckoning::everything);
    next.addFlashAttribute(Flash.KEY, Flash.success("Reckoned anew from all tests."));
    return "redirect:/admin/ai-performance";
  }
}
