package dev.hitlai.health.web.alarms;

import dev.hitlai.health.internal.subscriptions.SubscriptionAdmin;
import dev.hitlai.health.internal.subscriptions.SubscriptionAdmin.Shown;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
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

/** Who hears of incidents and maintenance, for administrators. */
@Controller
@RequestMapping("/admin/incidents/subscriptions")
@Access(admin = true)
class SubscriptionPages {
  private static final String HOME = "/admin/incidents/subscriptions";
  private static final int SIZE = 25;

  private final SubscriptionAdmin subscriptions;

  SubscriptionPages(SubscriptionAdmin subscriptions) {
    this.subscriptions = subscriptions;
  }

  @GetMapping
  String list(
      Page page,
      Model model,
      @RequestParam(defaultValue = "all") String show,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    Shown shown =
        Arrays.stream(Shown.values())
            .filter(one -> word(one).equals(show))
            .findFirst()
            .orElse(Shown.ALL);
    int at = Math.clamp(number, 1, 100_000);
    model.addAttribute("subscriptions", subscriptions.list(shown, SIZE, (long) (at - 1) * SIZE));
    model.addAttribute("pager", new Pager(page.address(), at, SIZE, subscriptions.count(shown)));
    model.addAttribute("tabs", tabs(shown));
    return "alarms/subscriptions";
  }

  private List<Tab> tabs(Shown shown) {
    return Arrays.stream(Shown.values())
        .map(
            one ->
                new Tab(
                    switch (one) {
                      case ALL -> "All";
                      case TOLD -> "Told";
                      case UNCONFIRMED -> "Not confirmed";
                      case PAUSED -> "Paused";
                      case ENDED -> "Ended";
                    },
                    HOME + "?show=" + word(one),
                    one == shown,
                    (long) subscriptions.count(one)))
        .toList();
  }

  private static String word(Shown shown) {
    return shown.name().toLowerCase(Locale.ROOT);
  }

  @PostMapping("/{id}/pause")
  String pause(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    subscriptions.pause(user, id);
    return said(redirect, "Paused.");
  }

  @PostMapping("/{id}/resume")
  String resume(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    subscriptions.resume(user, id);
    return said(redirect, "They are told again from now on.");
  }

  @PostMapping("/{id}/removal")
  String delete(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    subscriptions.delete(user, id);
    return said(redirect, "Deleted.");
  }

  private static String said(RedirectAttributes redirect, String sentence) {
    redirect.addFlashAttribute(Flash.KEY, Flash.success(sentence));
    return "redirect:" + HOME;
  }
}
