package dev.hitlai.notifications.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.notifications.internal.mail.Unsubscribing;
import dev.hitlai.notifications.internal.mail.Unsubscribing.Wish;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Ends mails without a login. Opening the link only asks, because programs that check mails open
 * links; the button, or the mail program's own (RFC 8058), does it.
 */
@Controller
@RequestMapping("/unsubscribe/{token}")
class UnsubscribeController {
  private final Unsubscribing unsubscribing;

  UnsubscribeController(Unsubscribing unsubscribing) {
    this.unsubscribing = unsubscribing;
  }

  @GetMapping
  String ask(@PathVariable String token, Model model) {
    return page(wish(token), false, model);
  }

  @PostMapping
  String carryOut(@PathVariable String token, Model model) {
    Wish wish = wish(token);
    unsubscribing.carryOut(wish);
    return page(wish, true, model);
  }

  private Wish wish(String token) {
    return unsubscribing
        .read(token)
        .orElseThrow(() -> ApiProblem.notFound("This link isn't whole; copy it from the mail."));
  }

  private static String page(Wish wish, boolean done, Model model) {
    model.addAttribute("done", done);
    model.addAttribute(
        "kinds",
        wish.kinds().stream().sorted().map(KindWords::label).collect(Collectors.joining(", ")));
    model.addAttribute("account", wish instanceof Wish.OfPerson);
    return "notifications/unsubscribe";
  }
}
