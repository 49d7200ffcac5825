package dev.hitlai.alignment.web;

import dev.hitlai.alignment.internal.constitution.RuleDraft;
import dev.hitlai.alignment.internal.constitution.Rules;
import dev.hitlai.alignment.internal.constitution.StoredRule;
import dev.hitlai.alignment.rules.Level;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.UserType;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the pages about rules of administrators and of companies have in common. */
final class RulePages {
  private static final int OUTPUTS = 200;

  private final Rules rules;
  private final String base;

  /**
   * @param base address of the list
   */
  RulePages(Rules rules, String base) {
    this.rules = rules;
    this.base = base;
  }

  /** A rule as its form sends it. */
  record Form(
      String name,
      String description,
      String type,
      String platform,
      String priority,
      String condition,
      String action,
      String enforcement,
      @Nullable String active) {

    RuleDraft draft() {
      return new RuleDraft(
          name,
          description,
          type,
          platform,
          number(priority),
          condition,
          action,
          enforcement,
          active != null);
    }

    private static int number(String text) {
      try {
        return Integer.parseInt(text.strip());
      } catch (NumberFormatException e) {
        return -1;
      }
    }
  }

  String list(CurrentUser user, Model model, boolean writes) {
    model.addAttribute("rules", rules.list(user));
    model.addAttribute("base", base);
    model.addAttribute("writes", writes);
    return "alignment/rules";
  }

  String form(Model model) {
    return editor(model, null, RuleDraft.empty(), Problems.none(), true);
  }

  String form(CurrentUser user, Model model, UUID id, boolean writes) {
    var rule = rules.find(id);
    return editor(model, rule, RuleDraft.of(rule), Problems.none(), writes && isOwn(user, rule));
  }

  private static boolean isOwn(CurrentUser user, StoredRule rule) {
    return user.type() == UserType.ADMIN
        ? rule.level() == Level.PLATFORM
        : rule.companyId() != null && rule.companyId().equals(user.companyId());
  }

  private String editor(
      Model model, @Nullable StoredRule rule, RuleDraft draft, Problems problems, boolean writes) {
    model.addAttribute("base", base);
    model.addAttribute("rule", rule);
    model.addAttribute("draft", draft);
    model.addAttribute("problems", problems);
    model.addAttribute("writes", writes);
    model.addAttribute(
        "pointed", draft.condition().isBlank() ? "" : Rules.pointed(draft.condition()));
    model.addAttribute("versions", rule == null ? java.util.List.of() : rules.versions(rule.id()));
    return "alignment/rule";
  }

  /**
   * Saves the form, or tries it on past outputs.
   *
   * @param id null for a new rule
   * @param todo {@code try} or {@code save}
   */
  String submit(
      CurrentUser user,
      @Nullable UUID id,
      Form form,
      String todo,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var draft = form.draft();
    try {
      if (todo.equals("try")) {
        model.addAttribute("tried", rules.dryRun(user, draft, OUTPUTS));
        model.addAttribute("notes", rules.notes(user, id, draft));
        return editor(model, id == null ? null : rules.find(id), draft, Problems.none(), true);
      }
      var saved = id == null ? rules.add(user, draft) : rules.edit(user, id, draft);
      var said = new StringBuilder("Saved as version " + saved.rule().version() + ".");
      saved.notes().forEach(note -> said.append(' ').append(note.sentence()));
      redirect.addFlashAttribute(Flash.KEY, Flash.success(said.toString()));
      return "redirect:" + base + "/" + saved.rule().id();
    } catch (ApiProblem problem) {
      if (problem.code() != ErrorCode.VALIDATION_ERROR && problem.code() != ErrorCode.CONFLICT) {
        throw problem;
      }
      response.setStatus(problem.code().status());
      return editor(model, id == null ? null : rules.find(id), draft, problems(problem), true);
    }
  }

  static Problems problems(ApiProblem problem) {
    var fields = new HashMap<String, String>();
    problem
        .details()
        .forEach(
            (field, why) -> {
              if (why instanceof String sentence) {
                fields.put(field, sentence);
              }
            });
    if (fields.isEmpty()) {
      fields.put("form", problem.sentence());
    }
    return new Problems(fields);
  }
}
