package dev.hitlai.unlock.web;

import dev.hitlai.identity.Access;
import dev.hitlai.identity.Companies;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.unlock.internal.relations.Conversations;
import java.util.Map;
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

/** What companies write to us: priority first. */
@Controller
@RequestMapping("/admin/messages")
@Access(admin = true)
class AdminMessagesPages {
  private final Conversations conversations;
  private final Companies companies;

  AdminMessagesPages(Conversations conversations, Companies companies) {
    this.conversations = conversations;
    this.companies = companies;
  }

  @GetMapping
  String list(Model model) {
    var queue = conversations.queue();
    model.addAttribute("queue", queue);
    model.addAttribute(
        "names",
        companies.all(
            queue.stream().map(Conversations.Conversation::companyId).distinct().toList()));
    return "unlock/admin-messages";
  }

  @GetMapping("/{id}")
  String conversation(@PathVariable UUID id, Model model) {
    model.addAttribute("conversation", conversations.find(id));
    model.addAttribute("messages", conversations.messages(id));
    model.addAttribute("action", "/admin/messages/" + id);
    model.addAttribute("back", "/admin/messages");
    ConversationPages.addForm(model);
    return "unlock/conversation";
  }

  @PostMapping("/{id}")
  String reply(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String body,
      RedirectAttributes redirect) {
    return Answering.done(
        redirect,
        "/admin/messages/" + id,
        "Answered.",
        Map.of("body", body),
        () -> conversations.reply(user, id, body));
  }

  @PostMapping("/{id}/closing")
  String close(@PathVariable UUID id, RedirectAttributes redirect) {
    return Answering.done(
        redirect, "/admin/messages", "Closed.", Map.of(), () -> conversations.close(id));
  }
}
