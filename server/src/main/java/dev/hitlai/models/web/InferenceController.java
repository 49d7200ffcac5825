package dev.hitlai.models.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.models.internal.Budgets;
import dev.hitlai.models.internal.InferenceLog;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Pager;
import java.math.BigDecimal;
import java.time.Duration;
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

/** What models are asked, what it costs, what is broken and what may be spent. */
@Controller
@RequestMapping("/admin/inference")
@Access(admin = true)
class InferenceController {
  private static final int PAGE = 25;
  private static final int EVENTS = 20;

  private final InferenceLog log;
  private final Budgets budgets;

  InferenceController(InferenceLog log, Budgets budgets) {
    this.log = log;
    this.budgets = budgets;
  }

  @GetMapping
  String show(
      Page page,
      Model model,
      @RequestParam(defaultValue = "7") int days,
      @RequestParam(defaultValue = "") String version,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "false") boolean flagged,
      @RequestParam(defaultValue = "1") int number) {
    int back = Math.clamp(days, 1, 365);
    var filter =
        new InferenceLog.Filter(
            version.isBlank() ? null : version, status.isBlank() ? null : status, flagged);
    int at = Math.clamp(number, 1, 10_000);
    model.addAttribute("days", back);
    model.addAttribute("filter", filter);
    model.addAttribute("summary", log.summary(Duration.ofDays(back)));
    model.addAttribute("calls", log.calls(filter, PAGE, (at - 1) * PAGE));
    model.addAttribute("pager", new Pager(page.address(), at, PAGE, log.count(filter)));
    model.addAttribute("breakers", log.breakers());
    model.addAttribute("events", log.events(EVENTS));
    model.addAttribute("limits", budgets.limits());
    model.addAttribute("today", budgets.today());
    return "models/inference";
  }

  @GetMapping("/{id:[0-9a-fA-F-]{36}}")
  String call(@PathVariable UUID id, Model model) {
    model.addAttribute("detail", log.find(id));
    return "models/call";
  }

  @PostMapping("/{id:[0-9a-fA-F-]{36}}/review")
  String review(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int rating,
      RedirectAttributes next) {
    if (rating < 1 || rating > 5) {
      next.addFlashAttribute(Flash.KEY, Flash.error("Choose 1 to 5."));
    } else {
      log.review(id, rating);
      next.addFlashAttribute(Flash.KEY, Flash.success("Noted."));
    }
    return "redirect:/admin/inference/" + id;
  }

  @PostMapping("/budgets")
  String budget(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String scope,
      @RequestParam(defaultValue = "") String company,
      @RequestParam(defaultValue = "") String limit,
      RedirectAttributes next) {
    try {
      budgets.set(
          Budgets.scope(scope),
          company.isBlank() ? null : UUID.fromString(company.strip()),
          limit.isBlank() ? null : new BigDecimal(limit.strip()),
          user.userId());
      next.addFlashAttribute(Flash.KEY, Flash.success("The budget is set."));
    } catch (ApiProblem
        | IllegalArgumentException
        | org.jooq.exception.DataAccessException refused) {
      next.addFlashAttribute(
          Flash.KEY,
          Flash.error(
              "A budget has a scope, an amount from 0 to 1,000,000, and the id of a company."));
    }
    return "redirect:/admin/inference#budgets";
  }
}
