package dev.hitlai.unlock.web;

import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.FeatureGate;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.unlock.internal.relations.AccountManagers;
import dev.hitlai.unlock.internal.relations.Conversations;
import dev.hitlai.unlock.internal.relations.Conversations.Topic;
import dev.hitlai.web.view.Problems;
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

/** Where a company writes to us: to everybody, or to its account manager. */
@Controller
@RequestMapping("/company")
@Access(company = CompanyRole.VIEWER)
class ConversationPages {
  private final Conversations conversations;
  private final AccountManagers managers;
  private final FeatureGate gate;

  ConversationPages(Conversations conversations, AccountManagers managers, FeatureGate gate) {
    this.conversations = conversations;
    this.managers = managers;
    this.gate = gate;
  }

  @GetMapping("/support")
  String support(@AuthenticationPrincipal CurrentUser user, Model model) {
    UUID company = user.requireCompany();
    model.addAttribute("priority", gate.standing(company, FeatureKey.PRIORITY_SUPPORT));
    model.addAttribute("conversations", conversations.of(company, Topic.SUPPORT));
    addForm(model);
    return "unlock/support";
  }

  @PostMapping("/support")
  @Access(company = CompanyRole.MEMBER)
  String ask(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String body,
      RedirectAttributes redirect) {
    return begin(user, Topic.SUPPORT, "/company/support", subject, body, redirect);
  }

  @GetMapping("/account-manager")
  String manager(@AuthenticationPrincipal CurrentUser user, Model model) {
    UUID company = user.requireCompany();
    gate.require(company, FeatureKey.DEDICATED_ACCOUNT_MANAGER);
    model.addAttribute("manager", managers.of(company).orElse(null));
    model.addAttribute("conversations", conversations.of(company, Topic.ACCOUNT_MANAGER));
    addForm(model);
    return "unlock/account-manager";
  }

  @PostMapping("/account-manager")
  @Access(company = CompanyRole.MEMBER)
  String write(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String body,
      RedirectAttributes redirect) {
    gate.require(user.requireCompany(), FeatureKey.DEDICATED_ACCOUNT_MANAGER);
    return begin(user, Topic.ACCOUNT_MANAGER, "/company/account-manager", subject, body, redirect);
  }

  @GetMapping("/conversations/{id}")
  String conversation(@PathVariable UUID id, Model model) {
    var conversation = conversations.find(id);
    model.addAttribute("conversation", conversation);
    model.addAttribute("messages", conversations.messages(id));
    model.addAttribute("action", "/company/conversations/" + id);
    model.addAttribute("back", home(conversation.topic()));
    addForm(model);
    return "unlock/conversation";
  }

  @PostMapping("/conversations/{id}")
  @Access(company = CompanyRole.MEMBER)
  String reply(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String body,
      RedirectAttributes redirect) {
    return Answering.done(
        redirect,
        "/company/conversations/" + id,
        "Sent.",
        Map.of("body", body),
        () -> conversations.reply(user, id, body));
  }

  private String begin(
      CurrentUser user,
      Topic topic,
      String back,
      String subject,
      String body,
      RedirectAttributes redirect) {
    return Answering.done(
        redirect,
        back,
        "Sent. The answer comes here and by notification.",
        Map.of("subject", subject, "body", body),
        () -> conversations.begin(user, topic, subject, body));
  }

  static String home(Topic topic) {
    return switch (topic) {
      case SUPPORT -> "/company/support";
      case ACCOUNT_MANAGER -> "/company/account-manager";
    };
  }

  static void addForm(Model model) {
    model.asMap().putIfAbsent(Answering.PROBLEMS, Problems.none());
    model.asMap().putIfAbsent(Answering.ENTERED, Map.of());
  }
}
