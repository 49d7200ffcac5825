package dev.hitlai.health.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.api.Limit;
import dev.hitlai.api.RateLimits;
import dev.hitlai.health.internal.status.StatusBoard;
import dev.hitlai.health.internal.status.StatusComponent;
import dev.hitlai.health.internal.subscriptions.SubscriptionWish;
import dev.hitlai.health.internal.subscriptions.Subscriptions;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where people and programs ask to hear of incidents and maintenance. */
@Controller
@RequestMapping("/status/subscribe")
class SubscribePages {
  /** Each of them may write to somebody. */
  private static final Limit PER_ADDRESS = new Limit(10, Duration.ofHours(1));

  private final Subscriptions subscriptions;
  private final StatusBoard board;
  private final RateLimits limits;

  SubscribePages(Subscriptions subscriptions, StatusBoard board, RateLimits limits) {
    this.subscriptions = subscriptions;
    this.board = board;
    this.limits = limits;
  }

  @GetMapping
  String ask(Model model) {
    return form(model, SubscribeForm.fresh(), Problems.none());
  }

  @PostMapping
  String subscribe(
      @AuthenticationPrincipal @Nullable CurrentUser user,
      @ModelAttribute("form") SubscribeForm form,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      limits.require("subscribe|" + request.getRemoteAddr(), PER_ADDRESS);
      model.addAttribute("asked", subscriptions.ask(wish(form), user));
      model.addAttribute("byMail", form.isMail());
      return "health/subscribed";
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      return form(model, form, problems(refused));
    }
  }

  private static SubscriptionWish wish(SubscribeForm form) {
    return new SubscriptionWish(
        form.isMail() ? form.value(form.email()) : null,
        form.isMail() ? null : form.value(form.webhookUrl()),
        form.all() ? List.of() : form.monitorIds(),
        form.isOn(form.incidents()),
        form.isOn(form.maintenance()),
        form.isOn(form.resolution()),
        form.value(form.minSeverity()));
  }

  private static Problems problems(ApiProblem refused) {
    var fields = new LinkedHashMap<String, String>();
    if (refused.code() == ErrorCode.VALIDATION_ERROR) {
      refused
          .details()
          .forEach((field, why) -> fields.put(field, SubscribeForm.sentence(field, why)));
    }
    if (fields.isEmpty()) {
      fields.put("form", refused.sentence());
    }
    return new Problems(fields);
  }

  private String form(Model model, SubscribeForm form, Problems problems) {
    List<StatusComponent> parts = board.required().facts().components();
    model.addAttribute("form", form);
    model.addAttribute("problems", problems);
    model.addAttribute("parts", parts);
    return "health/subscribe";
  }
}
