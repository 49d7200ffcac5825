package dev.hitlai.recording.web;

import static dev.hitlai.identity.CompanyRole.ADMIN;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.WriteKeys;
import dev.hitlai.platform.PublicAddress;
import dev.hitlai.recording.internal.keys.RecordingChoices;
import dev.hitlai.recording.internal.keys.RecordingRules;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Option;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
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

/** What is recorded, from which pages, and how a site begins. */
@Controller
@RequestMapping("/company/recordings/settings")
@Access(company = ADMIN)
class RecordingSettingsPages {
  private static final String HERE = "redirect:/company/recordings/settings";

  private final WriteKeys keys;
  private final RecordingChoices choices;
  private final PublicAddress server;

  RecordingSettingsPages(WriteKeys keys, RecordingChoices choices, PublicAddress server) {
    this.keys = keys;
    this.choices = choices;
    this.server = server;
  }

  @GetMapping
  String show(@AuthenticationPrincipal CurrentUser user, Model model) {
    return page(user, model, choices.of(user.requireCompany()), Map.of(), "", "");
  }

  private String page(
      CurrentUser user,
      Model model,
      RecordingRules rules,
      Map<String, String> problems,
      String name,
      String origins) {
    model.addAttribute("rules", rules);
    model.addAttribute("keys", keys.of(user.requireCompany()));
    model.addAttribute("problems", problems.isEmpty() ? Problems.none() : new Problems(problems));
    model.addAttribute("name", name);
    model.addAttribute("origins", origins);
    model.addAttribute("script", server.of("/r.js"));
    model.addAttribute(
        "masks",
        List.of(Option.of("inputs", "What is typed"), Option.of("all", "All texts of the page")));
    return "recording/settings";
  }

  @PostMapping
  String choose(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "false") boolean enabled,
      @RequestParam(defaultValue = "100") int sample,
      @RequestParam(defaultValue = "100") int replay,
      @RequestParam(defaultValue = "inputs") String mask,
      @RequestParam(defaultValue = "false") boolean consent,
      @RequestParam(defaultValue = "false") boolean dnt,
      @RequestParam(defaultValue = "") String elements,
      @RequestParam(defaultValue = "30") int days,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var rules =
        new RecordingRules(
            enabled, sample / 100.0, replay / 100.0, mask, consent, dnt, elements, days);
    try {
      choices.choose(user.requireCompany(), rules);
    } catch (ApiProblem problem) {
      response.setStatus(problem.code().status());
      return page(user, model, rules, reasons(problem), "", "");
    }
    redirect.addFlashAttribute(Flash.KEY, Flash.success("Saved."));
    return HERE;
  }

  @PostMapping("/keys")
  String make(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String origins,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      if (name.isBlank() || name.length() > 200) {
        throw ApiProblem.invalid("name", "must have 1 to 200 characters");
      }
      keys.make(user, name, origins.lines().toList());
    } catch (ApiProblem problem) {
      response.setStatus(problem.code().status());
      return page(user, model, choices.of(user.requireCompany()), reasons(problem), name, origins);
    }
    redirect.addFlashAttribute(
        Flash.KEY, Flash.success("Key made. Put the snippet into your pages."));
    return HERE;
  }

  @PostMapping("/keys/{id}/origins")
  String allow(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String origins,
      RedirectAttributes redirect) {
    try {
      keys.allow(user, id, origins.lines().toList());
      redirect.addFlashAttribute(Flash.KEY, Flash.success("Origins changed."));
    } catch (ApiProblem problem) {
      redirect.addFlashAttribute(Flash.KEY, Flash.error(problem.sentence()));
    }
    return HERE;
  }

  @PostMapping("/keys/{id}/revocation")
  String revoke(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    keys.revoke(user, id);
    redirect.addFlashAttribute(Flash.KEY, Flash.success("Key revoked."));
    return HERE;
  }

  private static Map<String, String> reasons(ApiProblem problem) {
    var reasons = new LinkedHashMap<String, String>();
    problem.details().forEach((field, why) -> reasons.put(field, String.valueOf(why)));
    if (reasons.isEmpty()) {
      reasons.put("name", problem.sentence());
    }
    return reasons;
  }
}
