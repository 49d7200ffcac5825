package dev.hitlai.health.web;

import dev.hitlai.health.internal.MonitorEditor;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Say;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All monitors of an owner, live. */
@Controller
@RequestMapping({"/admin/api-health", "/company/monitors"})
@Access(company = CompanyRole.VIEWER, admin = true)
class MonitorListPages {
  private final MonitorBoard board;
  private final MonitorEditor editor;
  private final MonitorStream stream;

  MonitorListPages(MonitorBoard board, MonitorEditor editor, MonitorStream stream) {
    this.board = board;
    this.editor = editor;
    this.stream = stream;
  }

  @GetMapping
  String list(@AuthenticationPrincipal CurrentUser user, Model model) {
    fill(user, model);
    return "health/monitors";
  }

  /** The table alone, for pages that are open. */
  @GetMapping("/table")
  String table(@AuthenticationPrincipal CurrentUser user, Model model) {
    fill(user, model);
    return "health/monitor-table";
  }

  @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> events(@AuthenticationPrincipal CurrentUser user) {
    return ResponseEntity.ok()
        .header("Cache-Control", "no-store")
        .body(stream.open(MonitorPlace.of(user).owner(), user.actor()));
  }

  @PostMapping("/check")
  @Access(company = CompanyRole.ADMIN, admin = true)
  String checkAll(@AuthenticationPrincipal CurrentUser user, RedirectAttributes redirect) {
    return check(user, Set.of(), redirect, "");
  }

  @PostMapping("/{id:[0-9a-fA-F-]{36}}/check")
  @Access(company = CompanyRole.ADMIN, admin = true)
  String checkOne(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    return check(user, Set.of(id), redirect, "/" + id);
  }

  private String check(
      CurrentUser user, Set<UUID> ids, RedirectAttributes redirect, String backTo) {
    int asked = editor.checkNow(user, ids);
    redirect.addFlashAttribute(
        Flash.KEY,
        asked == 0
            ? Flash.info("Checks are switched off; nothing was checked.")
            : Flash.success(
                Say.count(asked, "monitor is", "monitors are")
                    + " being checked; the result shows in a moment."));
    return "redirect:" + MonitorPlace.of(user).base() + backTo;
  }

  private void fill(CurrentUser user, Model model) {
    var place = MonitorPlace.of(user);
    model.addAttribute("place", place);
    model.addAttribute("view", board.read(place.owner()));
  }
}
