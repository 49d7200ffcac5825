package dev.hitlai.testing.web.pages;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.FeatureGate;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.identity.FeatureLocked;
import dev.hitlai.testing.internal.personas.OwnPersonas;
import dev.hitlai.testing.internal.personas.Personas;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Personas to choose from, and those that the company describes itself. */
@Controller
@RequestMapping("/company/personas")
class PersonasController {
  private static final String HOME = "redirect:/company/personas";

  private final Personas personas;
  private final OwnPersonas own;
  private final FeatureGate features;

  PersonasController(Personas personas, OwnPersonas own, FeatureGate features) {
    this.personas = personas;
    this.own = own;
    this.features = features;
  }

  @GetMapping
  @Access(company = CompanyRole.VIEWER)
  String personas(@AuthenticationPrincipal CurrentUser user, Model model) {
    model.addAttribute("personas", personas.offered().stream().map(PersonaCard::of).toList());
    model.addAttribute(
        "custom", features.standing(user.requireCompany(), FeatureKey.CUSTOM_PERSONAS));
    model.addAttribute("mayChange", user.isAtLeast(CompanyRole.MEMBER));
    return "testing/personas";
  }

  @GetMapping("/new")
  @Access(company = CompanyRole.MEMBER)
  String fresh(@AuthenticationPrincipal CurrentUser user, Model model) {
    features.require(user.requireCompany(), FeatureKey.CUSTOM_PERSONAS);
    return show(model, PersonaForm.empty(), true, Problems.none());
  }

  @PostMapping
  @Access(company = CompanyRole.MEMBER)
  String make(
      @AuthenticationPrincipal CurrentUser user,
      PersonaForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    features.require(user.requireCompany(), FeatureKey.CUSTOM_PERSONAS);
    try {
      own.make(user, form.persona(), String.valueOf(form.description()));
    } catch (ApiProblem refused) {
      return again(refused, form, true, model, response);
    }
    redirect.addFlashAttribute(Flash.KEY, Flash.success("Made. You can test as this persona now."));
    return HOME;
  }

  @GetMapping("/{name}/edit")
  @Access(company = CompanyRole.MEMBER)
  String edit(@AuthenticationPrincipal CurrentUser user, @PathVariable String name, Model model) {
    features.require(user.requireCompany(), FeatureKey.CUSTOM_PERSONAS);
    var found = own.find(user.requireCompany(), name);
    return show(
        model, PersonaForm.of(found.persona(), found.description()), false, Problems.none());
  }

  @PostMapping("/{name}")
  @Access(company = CompanyRole.MEMBER)
  String change(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable String name,
      PersonaForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    features.require(user.requireCompany(), FeatureKey.CUSTOM_PERSONAS);
    try {
      own.change(user, form.persona(), String.valueOf(form.description()));
    } catch (ApiProblem refused) {
      return again(refused, form, false, model, response);
    }
    redirect.addFlashAttribute(
        Flash.KEY, Flash.success("Changed. Tests asked for before keep the persona as it was."));
    return HOME;
  }

  @PostMapping("/{name}/retirement")
  @Access(company = CompanyRole.MEMBER)
  String retire(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable String name,
      RedirectAttributes redirect) {
    own.retire(user, name);
    redirect.addFlashAttribute(Flash.KEY, Flash.success("Retired. Its tests and reports stay."));
    return HOME;
  }

  private static String again(
      ApiProblem refused,
      PersonaForm form,
      boolean fresh,
      Model model,
      HttpServletResponse response) {
    if (refused instanceof FeatureLocked) {
      throw refused;
    }
    response.setStatus(refused.code().status());
    var fields = new LinkedHashMap<String, String>();
    refused
        .details()
        .forEach((field, why) -> fields.put(field, Words.title(field) + " " + why + "."));
    if (fields.isEmpty()) {
      fields.put("form", refused.sentence());
    }
    return show(model, form, fresh, new Problems(fields));
  }

  private static String show(Model model, PersonaForm form, boolean fresh, Problems problems) {
    model.addAttribute("form", form);
    model.addAttribute("fresh", fresh);
    model.addAttribute("problems", problems);
    return "testing/persona";
  }
}
