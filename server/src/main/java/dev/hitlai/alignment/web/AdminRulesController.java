package dev.hitlai.alignment.web;

import dev.hitlai.alignment.internal.constitution.Rules;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The constitution, for administrators. */
@Controller
@RequestMapping("/admin/rules")
@Access(admin = true)
class AdminRulesController {
  private final RulePages pages;

  AdminRulesController(Rules rules) {
    pages = new RulePages(rules, "/admin/rules");
  }

  @GetMapping
  String list(@AuthenticationPrincipal CurrentUser user, Model model) {
    return pages.list(user, model, true);
  }

  @GetMapping("/new")
  @Access(admin = true)
  String form(Model model) {
    return pages.form(model);
  }

  @PostMapping("/new")
  @Access(admin = true)
  String add(
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute RulePages.Form form,
      @RequestParam(name = "do", defaultValue = "save") String todo,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return pages.submit(user, null, form, todo, model, response, redirect);
  }

  @GetMapping("/{id:[0-9a-fA-F-]{36}}")
  String form(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, Model model) {
    return pages.form(user, model, id, true);
  }

  @PostMapping("/{id:[0-9a-fA-F-]{36}}")
  @Access(admin = true)
  String edit(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @ModelAttribute RulePages.Form form,
      @RequestParam(name = "do", defaultValue = "save") String todo,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return pages.submit(user, id, form, todo, model, response, redirect);
  }
}
