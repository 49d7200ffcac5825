package dev.hitlai.health.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.health.Monitor;
import dev.hitlai.health.Monitors;
import dev.hitlai.health.internal.MonitorEditor;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where monitors are made, changed and deleted. */
@Controller
@RequestMapping({"/admin/api-health", "/company/monitors"})
@Access(company = CompanyRole.ADMIN, admin = true)
class MonitorFormPages {
  private static final String ID = "/{id:[0-9a-fA-F-]{36}}";

  private final MonitorEditor editor;
  private final Monitors monitors;

  MonitorFormPages(MonitorEditor editor, Monitors monitors) {
    this.editor = editor;
    this.monitors = monitors;
  }

  @GetMapping("/new")
  String fresh(@AuthenticationPrincipal CurrentUser user, Model model) {
    return form(user, null, MonitorForm.fresh(), Problems.none(), model);
  }

  @PostMapping("/new")
  String make(
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute("form") MonitorForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return save(user, null, form, model, response, redirect, draft -> editor.make(user, draft));
  }

  @GetMapping(ID + "/edit")
  String edit(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, Model model) {
    return form(user, id, MonitorForm.of(editor.find(user, id)), Problems.none(), model);
  }

  @PostMapping(ID + "/edit")
  String change(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @ModelAttribute("form") MonitorForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    editor.find(user, id);
    return save(user, id, form, model, response, redirect, draft -> editor.change(user, id, draft));
  }

  @PostMapping(ID + "/delete")
  String delete(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    String name = editor.find(user, id).name();
    editor.delete(user, id);
    redirect.addFlashAttribute(Flash.KEY, Flash.success("“" + name + "” is watched no more."));
    return "redirect:" + MonitorPlace.of(user).base();
  }

  private String save(
      CurrentUser user,
      @Nullable UUID id,
      MonitorForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Function<dev.hitlai.health.internal.MonitorDraft, Monitor> store) {
    var problems = new LinkedHashMap<String, String>();
    var draft = form.read(problems);
    if (problems.isEmpty()) {
      try {
        var saved = store.apply(draft);
        redirect.addFlashAttribute(
            Flash.KEY, Flash.success("Saved. The first check follows in a moment."));
        return "redirect:" + MonitorPlace.of(user).base() + "/" + saved.id();
      } catch (ApiProblem refused) {
        if (refused.code() != ErrorCode.VALIDATION_ERROR && refused.code() != ErrorCode.CONFLICT) {
          throw refused;
        }
        refused.details().forEach((field, why) -> problems.put(field, sentence(field, why)));
        if (problems.isEmpty()) {
          problems.put("form", refused.sentence());
        }
      }
    }
    response.setStatus(400);
    return form(user, id, form, new Problems(problems), model);
  }

  /** Programs are told "must be from 1 to 10", people a sentence. */
  private static String sentence(String field, Object why) {
    return FieldLabels.of(field) + " " + why + ".";
  }

  private String form(
      CurrentUser user, @Nullable UUID id, MonitorForm form, Problems problems, Model model) {
    var place = MonitorPlace.of(user);
    model.addAttribute("place", place);
    model.addAttribute("id", id);
    model.addAttribute("form", form);
    model.addAttribute("problems", problems);
    model.addAttribute(
        "others", monitors.of(place.owner()).stream().filter(one -> !one.id().equals(id)).toList());
    return "health/monitor-form";
  }
}
