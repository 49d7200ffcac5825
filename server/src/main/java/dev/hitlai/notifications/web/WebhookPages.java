package dev.hitlai.notifications.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.FeatureLocked;
import dev.hitlai.notifications.internal.webhooks.Deliveries;
import dev.hitlai.notifications.internal.webhooks.Endpoints;
import dev.hitlai.notifications.internal.webhooks.Endpoints.Change;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Pager;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

/** The company's webhooks and what was delivered to them. */
@Controller
@RequestMapping("/company/settings/webhooks")
@Access(company = CompanyRole.ADMIN)
class WebhookPages {
  private static final String HOME = "redirect:/company/settings/webhooks";
  private static final int SIZE = 25;

  private final Endpoints endpoints;
  private final Deliveries deliveries;

  WebhookPages(Endpoints endpoints, Deliveries deliveries) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
  }

  @GetMapping
  String list(@AuthenticationPrincipal CurrentUser user, Model model) {
    return list(user, model, WebhookForm.EMPTY, Problems.none());
  }

  @PostMapping
  String make(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String url,
      @RequestParam(defaultValue = "") String description,
      @RequestParam(defaultValue = "") List<String> events,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      var made = endpoints.make(user, url, description, events);
      redirect.addFlashAttribute("secret", made.secret());
      return HOME + "/" + made.endpoint().id();
    } catch (FeatureLocked locked) {
      // Answered with a page of its own.
      throw locked;
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      return list(user, model, new WebhookForm(url, description, events), FormProblems.of(refused));
    }
  }

  private String list(CurrentUser user, Model model, WebhookForm form, Problems problems) {
    model.addAttribute("endpoints", endpoints.of(user.requireCompany()));
    model.addAttribute("form", form);
    model.addAttribute("problems", problems);
    return "notifications/webhooks";
  }

  @GetMapping("/{id}")
  String show(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      Page page,
      Model model,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    var endpoint = endpoints.find(user.requireCompany(), id);
    var form = new WebhookForm(endpoint.url(), endpoint.description(), endpoint.events());
    return show(user, id, page, model, number, form, Problems.none());
  }

  @PostMapping("/{id}")
  String change(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String url,
      @RequestParam(defaultValue = "") String description,
      @RequestParam(defaultValue = "") List<String> events,
      Page page,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      endpoints.change(user, id, new Change(url, description, events, null));
      return said(redirect, id, "Saved.");
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      var form = new WebhookForm(url, description, events);
      return show(user, id, page, model, 1, form, FormProblems.of(refused));
    }
  }

  private String show(
      CurrentUser user,
      UUID id,
      Page page,
      Model model,
      int number,
      WebhookForm form,
      Problems problems) {
    UUID company = user.requireCompany();
    int at = Math.clamp(number, 1, 100_000);
    model.addAttribute("endpoint", endpoints.find(company, id));
    model.addAttribute("deliveries", deliveries.list(company, id, SIZE, (long) (at - 1) * SIZE));
    model.addAttribute("pager", new Pager(page.address(), at, SIZE, deliveries.count(company, id)));
    model.addAttribute("secret", model.getAttribute("secret"));
    model.addAttribute("form", form);
    model.addAttribute("problems", problems);
    return "notifications/webhook";
  }

  @PostMapping("/{id}/state")
  String state(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam boolean active,
      RedirectAttributes redirect) {
    endpoints.change(user, id, new Change(null, null, null, active));
    return said(redirect, id, active ? "Switched on." : "Switched off.");
  }

  @PostMapping("/{id}/secret")
  String secret(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    redirect.addFlashAttribute("secret", endpoints.renewSecret(user, id).secret());
    return HOME + "/" + id;
  }

  @PostMapping("/{id}/test")
  String test(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    deliveries.test(user, id);
    return said(redirect, id, "A test event is on its way; reload in a moment to see how it went.");
  }

  @PostMapping("/{id}/deliveries/{delivery}/resend")
  String resend(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @PathVariable UUID delivery,
      RedirectAttributes redirect) {
    deliveries.resend(user, id, delivery);
    return said(redirect, id, "It is sent again; reload in a moment to see how it went.");
  }

  @PostMapping("/{id}/removal")
  String delete(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    endpoints.delete(user, id);
    redirect.addFlashAttribute(Flash.KEY, Flash.success("Deleted."));
    return HOME;
  }

  private static String said(RedirectAttributes redirect, UUID id, String sentence) {
    redirect.addFlashAttribute(Flash.KEY, Flash.success(sentence));
    return HOME + "/" + id;
  }
}
