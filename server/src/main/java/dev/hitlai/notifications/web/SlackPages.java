package dev.hitlai.notifications.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.FeatureGate;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.identity.FeatureLocked;
import dev.hitlai.notifications.internal.webhooks.Deliveries;
import dev.hitlai.notifications.internal.webhooks.Endpoints;
import dev.hitlai.notifications.internal.webhooks.Endpoints.Endpoint;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The company's channel in Slack. */
@Controller
@RequestMapping("/company/settings/slack")
@Access(company = CompanyRole.ADMIN)
class SlackPages {
  private static final String HOME = "redirect:/company/settings/slack";
  private static final int SHOWN = 5;

  private final Endpoints endpoints;
  private final Deliveries deliveries;
  private final FeatureGate features;

  SlackPages(Endpoints endpoints, Deliveries deliveries, FeatureGate features) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.features = features;
  }

  @GetMapping
  String show(@AuthenticationPrincipal CurrentUser user, Model model) {
    // A channel that is there can be looked at and removed also when the feature closed again.
    if (endpoints.slack(user.requireCompany()).isEmpty()) {
      features.require(user.requireCompany(), FeatureKey.CUSTOM_INTEGRATIONS);
    }
    var events =
        endpoints
            .slack(user.requireCompany())
            .map(Endpoint::events)
            .orElse(WebhookForm.EMPTY.events());
    return page(user, model, new WebhookForm("", "", events), Problems.none());
  }

  @PostMapping
  String save(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String url,
      @RequestParam(defaultValue = "") List<String> events,
      @RequestParam(defaultValue = "false") boolean active,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      endpoints.setSlack(user, url, events, active);
      return said(redirect, "Saved.");
    } catch (FeatureLocked locked) {
      // Answered with a page of its own.
      throw locked;
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      return page(user, model, new WebhookForm(url, "", events), FormProblems.of(refused));
    }
  }

  @PostMapping("/test")
  String test(@AuthenticationPrincipal CurrentUser user, RedirectAttributes redirect) {
    deliveries.testSlack(user);
    return said(redirect, "A message is on its way; reload in a moment to see how it went.");
  }

  @PostMapping("/removal")
  String remove(@AuthenticationPrincipal CurrentUser user, RedirectAttributes redirect) {
    endpoints.removeSlack(user);
    return said(redirect, "Slack hears nothing more.");
  }

  private String page(CurrentUser user, Model model, WebhookForm form, Problems problems) {
    UUID company = user.requireCompany();
    var slack = endpoints.slack(company);
    model.addAttribute("slack", slack.orElse(null));
    model.addAttribute(
        "deliveries",
        slack.map(known -> deliveries.list(company, known.id(), SHOWN, 0)).orElse(List.of()));
    model.addAttribute("form", form);
    model.addAttribute("problems", problems);
    return "notifications/slack";
  }

  private static String said(RedirectAttributes redirect, String sentence) {
    redirect.addFlashAttribute(Flash.KEY, Flash.success(sentence));
    return HOME;
  }
}
