package dev.hitlai.notifications.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.notifications.internal.mail.OutboxOverview;
import dev.hitlai.platform.PublicAddress;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Pager;
import dev.hitlai.web.view.Tab;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The outbox of mails, for administrators. */
@Controller
@RequestMapping("/admin/mail")
class MailController {
  private static final int SIZE = 25;
  private static final MediaType HTML = new MediaType("text", "html", UTF_8);

  /** A mail has its own styles, and nothing else. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final OutboxOverview outbox;
  private final PublicAddress address;

  MailController(OutboxOverview outbox, PublicAddress address) {
    this.outbox = outbox;
    this.address = address;
  }

  @GetMapping
  String list(
      Page page,
      Model model,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(name = "q", defaultValue = "") String search,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    String only = status.isBlank() ? null : status;
    int at = Math.clamp(number, 1, 100_000);
    model.addAttribute("rows", outbox.list(only, search, SIZE, (long) (at - 1) * SIZE));
    model.addAttribute("pager", new Pager(page.address(), at, SIZE, outbox.count(only, search)));
    model.addAttribute("tabs", tabs(only));
    model.addAttribute("status", status);
    model.addAttribute("search", search);
    model.addAttribute("sends", outbox.sends());
    model.addAttribute("addressKnown", address.isConfigured());
    return "notifications/mail-list";
  }

  @GetMapping("/{id}")
  String show(@PathVariable UUID id, Model model) {
    model.addAttribute("mail", outbox.find(id));
    model.addAttribute("sends", outbox.sends());
    return "notifications/mail";
  }

  /** As the reader's mail program shows it. */
  @GetMapping("/{id}/html")
  ResponseEntity<String> html(@PathVariable UUID id) {
    String html = outbox.find(id).html();
    if (html == null) {
      throw ApiProblem.notFound("What this mail says is its reader's.");
    }
    return ResponseEntity.ok()
        .contentType(HTML)
        .header("Content-Security-Policy", POLICY)
        .body(html);
  }

  @PostMapping("/{id}/retry")
  String retry(@PathVariable UUID id, RedirectAttributes redirect) {
    outbox.retry(id);
    redirect.addFlashAttribute(Flash.KEY, Flash.success("It is tried again now."));
    return "redirect:/admin/mail/" + id;
  }

  private List<Tab> tabs(@Nullable String only) {
    Map<String, Integer> counts = outbox.byStatus();
    return List.of(
        Tab.of("All", "/admin/mail", only == null),
        tab("Waiting", "waiting", only, counts),
        tab("Sent", "sent", only, counts),
        tab("Dead", "dead", only, counts));
  }

  private static Tab tab(
      String label, String status, @Nullable String only, Map<String, Integer> counts) {
    return new Tab(
        label,
        "/admin/mail?status=" + status,
        status.equals(only),
        counts.getOrDefault(status, 0).longValue());
  }
}
