package dev.hitlai.notifications.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.internal.Delivery;
import dev.hitlai.notifications.internal.centre.Centre;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Option;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Pager;
import dev.hitlai.web.view.Say;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people were told. */
@Controller
@RequestMapping("/notifications")
class NotificationsController {
  private static final int SIZE = 25;

  private final Centre centre;

  NotificationsController(Centre centre) {
    this.centre = centre;
  }

  @GetMapping
  String list(
      @AuthenticationPrincipal CurrentUser user,
      Page page,
      Model model,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String show,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    var filter = new Centre.Filter(kind(kind), show.equals("unread"));
    long total = centre.count(user.userId(), filter);
    int at = Math.clamp(number, 1, 100_000);
    model.addAttribute("items", centre.list(user.userId(), filter, SIZE, (long) (at - 1) * SIZE));
    model.addAttribute("pager", new Pager(page.address(), at, SIZE, total));
    model.addAttribute("kind", kind);
    model.addAttribute("show", show);
    model.addAttribute("kinds", kinds(user));
    return "notifications/list";
  }

  /** How many are unread, for the bell. */
  @GetMapping("/unread")
  ResponseEntity<Map<String, Long>> unread(@AuthenticationPrincipal CurrentUser user) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(Map.of("unread", centre.unread(user.userId())));
  }

  /** Goes where the notice leads, which counts as reading it. */
  @GetMapping("/{id}")
  String open(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    String path = centre.open(user.userId(), id);
    return "redirect:" + (path == null ? "/notifications" : path);
  }

  @PostMapping("/{id}/read")
  String read(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    centre.read(user.userId(), List.of(id));
    return "redirect:/notifications";
  }

  @PostMapping("/read")
  String readAll(@AuthenticationPrincipal CurrentUser user, RedirectAttributes redirect) {
    int marked = centre.readAll(user.userId());
    redirect.addFlashAttribute(
        Flash.KEY, Flash.success("Marked " + Say.count(marked, "notice", "notices") + " as read."));
    return "redirect:/notifications";
  }

  private static @Nullable NoticeKind kind(String code) {
    try {
      return code.isBlank() ? null : NoticeKind.of(code);
    } catch (IllegalArgumentException none) {
      throw ApiProblem.invalid("kind", "must be a kind of notice");
    }
  }

  private static List<Option> kinds(CurrentUser user) {
    return Stream.concat(Delivery.kindsOf(user.type()).stream(), Stream.of(NoticeKind.ACCOUNT))
        .map(kind -> Option.of(kind.code(), KindWords.label(kind)))
        .toList();
  }
}
