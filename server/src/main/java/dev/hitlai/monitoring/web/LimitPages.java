package dev.hitlai.monitoring.web;

import dev.hitlai.identity.CurrentUser;
import dev.hitlai.monitoring.internal.limits.LimitOverview;
import dev.hitlai.monitoring.internal.limits.LimitOverview.Show;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Pager;
import dev.hitlai.web.view.Tab;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

/** Who is near or over a limit, for administrators. */
@Controller
@RequestMapping("/admin/limits")
class LimitPages {
  private static final int SIZE = 50;

  private final LimitOverview limits;

  LimitPages(LimitOverview limits) {
    this.limits = limits;
  }

  @GetMapping
  String list(
      Page page,
      Model model,
      @RequestParam(name = "show", defaultValue = "blocked") String wanted,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    Show show =
        Arrays.stream(Show.values())
            .filter(one -> word(one).equals(wanted))
            .findFirst()
            .orElse(Show.BLOCKED);
    int at = Math.clamp(number, 1, 10_000);
    model.addAttribute("rows", limits.list(show, SIZE, (long) (at - 1) * SIZE));
    model.addAttribute("pager", new Pager(page.address(), at, SIZE, limits.count(show)));
    model.addAttribute(
        "tabs",
        List.of(
            tab("Blocked now", Show.BLOCKED, show),
            tab("Near the limit", Show.NEAR, show),
            tab("Refused lately", Show.REFUSED, show),
            tab("All", Show.ALL, show)));
    return "monitoring/limits";
  }

  @PostMapping("/{id}/unblock")
  String unblock(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    limits.unblock(user, id);
    redirect.addFlashAttribute(Flash.KEY, Flash.success("The caller has its whole limit again."));
    return "redirect:/admin/limits";
  }

  private Tab tab(String label, Show one, Show shown) {
    return new Tab(
        label, "/admin/limits?show=" + word(one), one == shown, (long) limits.count(one));
  }

  private static String word(Show show) {
    return show.name().toLowerCase(Locale.ROOT);
  }
}
