package dev.hitlai.unlock.web;

import dev.hitlai.identity.Access;
import dev.hitlai.identity.Companies;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.unlock.internal.relations.DevelopmentRequests;
import dev.hitlai.unlock.internal.relations.Roadmap;
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

/** Our side of the partnership. */
@Controller
@RequestMapping("/admin/roadmap")
@Access(admin = true)
class AdminRoadmapPages {
  private static final String HOME = "/admin/roadmap";

  private final Roadmap roadmap;
  private final DevelopmentRequests requests;
  private final Companies companies;

  AdminRoadmapPages(Roadmap roadmap, DevelopmentRequests requests, Companies companies) {
    this.roadmap = roadmap;
    this.requests = requests;
    this.companies = companies;
  }

  @GetMapping
  String list(Model model) {
    var all = requests.all();
    model.addAttribute("items", roadmap.items(null));
    model.addAttribute("requests", all);
    model.addAttribute(
        "names",
        companies.all(
            all.stream().map(DevelopmentRequests.Request::companyId).distinct().toList()));
    ConversationPages.addForm(model);
    return "unlock/admin-roadmap";
  }

  @PostMapping
  String add(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String description,
      RedirectAttributes redirect) {
    return Answering.done(
        redirect,
        HOME,
        "Added.",
        Map.of("title", title, "description", description),
        () -> roadmap.add(user, title, description));
  }

  @PostMapping("/{id}/status")
  String move(@PathVariable UUID id, @RequestParam String status, RedirectAttributes redirect) {
    return Answering.done(redirect, HOME, "Moved.", Map.of(), () -> roadmap.move(id, status));
  }

  @PostMapping("/requests/{id}")
  String answer(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam String status,
      @RequestParam(defaultValue = "") String answer,
      RedirectAttributes redirect) {
    return Answering.done(
        redirect,
        HOME,
        "Answered. The partner was told.",
        Map.of(),
        () -> requests.answer(user, id, status, answer));
  }
}
