package dev.hitlai.recording.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.recording.internal.bots.BotQueue;
import dev.hitlai.recording.internal.sessions.SessionDetails;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Pager;
import dev.hitlai.web.view.Tab;
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

/** Sessions that look like a program's: a person decides. */
@Controller
@RequestMapping("/admin/bots")
class BotPages {
  private static final int SIZE = 25;
  private static final int MOST_LINES = 300;

  private final BotQueue queue;
  private final SessionDetails details;

  BotPages(BotQueue queue, SessionDetails details) {
    this.queue = queue;
    this.details = details;
  }

  @GetMapping
  String list(
      Page page,
      Model model,
      @RequestParam(defaultValue = "waiting") String show,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    boolean waiting = !show.equals("decided");
    int at = Math.clamp(number, 1, 10_000);
    long open = queue.count(true);
    model.addAttribute("rows", queue.list(waiting, SIZE, (long) (at - 1) * SIZE));
    model.addAttribute(
        "pager", new Pager(page.address(), at, SIZE, waiting ? open : queue.count(false)));
    model.addAttribute(
        "tabs",
        List.of(
            new Tab("Waiting", "/admin/bots", waiting, open),
            Tab.of("Decided", "/admin/bots?show=decided", !waiting)));
    return "recording/bots";
  }

  @GetMapping("/{id}")
  String show(@PathVariable UUID id, Model model) {
    var row =
        queue.find(id).orElseThrow(() -> ApiProblem.notFound("This session isn't in the queue."));
    model.addAttribute("row", row);
    model.addAttribute("lines", details.lines(row.sessionId(), MOST_LINES));
    return "recording/bot";
  }

  @PostMapping("/{id}/decision")
  String decide(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam String decision,
      @RequestParam(defaultValue = "") String notes,
      RedirectAttributes redirect) {
    queue.decide(
        user, id, decision(decision), notes.length() > 2000 ? notes.substring(0, 2000) : notes);
    redirect.addFlashAttribute(Flash.KEY, Flash.success("Decided."));
    return "redirect:/admin/bots";
  }

  private static BotQueue.Decision decision(String word) {
    try {
      return BotQueue.Decision.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException none) {
      throw ApiProblem.invalid("decision", "must be legitimate, suspicious or bot");
    }
  }
}
