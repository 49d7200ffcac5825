package dev.hitlai.health.web.alarms;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.health.internal.subscriptions.Subscription;
import dev.hitlai.health.internal.subscriptions.Subscriptions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Links that are sent to subscribers. Opening one only asks, because programs that check mails open
 * links; the button, or to end it the mail program's own (RFC 8058), does it.
 */
@Controller
class SubscriberLinks {
  private final Subscriptions subscriptions;

  SubscriberLinks(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  @GetMapping("/status/subscriptions/confirm/{token}")
  String askToConfirm(@PathVariable String token, Model model) {
    return confirmation(
        subscriptions
            .toConfirm(token)
            .orElseThrow(
                () ->
                    ApiProblem.notFound(
                        "This link was used already, or is too old. Subscribe once more.")),
        false,
        model);
  }

  @PostMapping("/status/subscriptions/confirm/{token}")
  String confirm(@PathVariable String token, Model model) {
    return confirmation(subscriptions.confirm(token), true, model);
  }

  private static String confirmation(Subscription subscription, boolean done, Model model) {
    model.addAttribute("subscription", subscription);
    model.addAttribute("done", done);
    return "alarms/subscription_confirm";
  }

  /** Below /unsubscribe, where a POST needs no form of ours. */
  @GetMapping("/unsubscribe/status/{token}")
  String askToEnd(@PathVariable String token, Model model) {
    return ending(
        subscriptions
            .toEnd(token)
            .orElseThrow(
                () -> ApiProblem.notFound("This link isn't whole; copy it from the mail.")),
        false,
        model);
  }

  @PostMapping("/unsubscribe/status/{token}")
  String end(@PathVariable String token, Model model) {
    return ending(subscriptions.end(token), true, model);
  }

  private static String ending(Subscription subscription, boolean done, Model model) {
    model.addAttribute("subscription", subscription);
    model.addAttribute("done", done || !subscription.active());
    return "alarms/subscription_end";
  }
}
