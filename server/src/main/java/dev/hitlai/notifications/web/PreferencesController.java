package dev.hitlai.notifications.web;

import dev.hitlai.identity.CurrentUser;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.internal.Delivery;
import dev.hitlai.notifications.internal.centre.DigestTime;
import dev.hitlai.notifications.internal.centre.Digests;
import dev.hitlai.notifications.internal.centre.Preferences;
import dev.hitlai.notifications.internal.centre.Preferences.Choice;
import dev.hitlai.notifications.internal.centre.Preferences.MailChoice;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Option;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How people want to be told, the same page for everybody. */
@Controller
@RequestMapping("/notifications/preferences")
class PreferencesController {
  /** Offered; others exist for programs and history. */
  private static final List<Option> ZONES =
      Stream.concat(
              Stream.of("UTC"),
              ZoneId.getAvailableZoneIds().stream()
                  .filter(
                      zone ->
                          zone.matches(
                              "(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
                  .sorted())
          .map(zone -> Option.of(zone, zone.replace('_', ' ')))
          .toList();

  private static final List<Option> HOURS =
      IntStream.range(0, 24)
          .mapToObj(hour -> Option.of(String.valueOf(hour), "%02d:00".formatted(hour)))
          .toList();

  private static final List<Option> MAILS =
      Arrays.stream(MailChoice.values())
          .map(choice -> Option.of(choice.code(), choice.label()))
          .toList();

  private final Preferences preferences;
  private final Digests digests;

  PreferencesController(Preferences preferences, Digests digests) {
    this.preferences = preferences;
    this.digests = digests;
  }

  @GetMapping
  String show(@AuthenticationPrincipal CurrentUser user, Model model) {
    var time = digests.timeOf(user.userId());
    var chosen = preferences.all(user.userId());
    return page(
        user, model, chosen, String.valueOf(time.hour()), time.zone().getId(), Problems.none());
  }

  @PostMapping
  String save(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam Map<String, String> form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    String hour = form.getOrDefault("hour", "");
    String zone = form.getOrDefault("timeZone", "");
    try {
      var choices = choices(user, form);
      var time = DigestTime.of(Integer.parseInt(hour), zone);
      preferences.change(user.userId(), choices);
      digests.change(user.userId(), time);
    } catch (IllegalArgumentException refused) {
      response.setStatus(400);
      return page(
          user,
          model,
          preferences.all(user.userId()),
          hour,
          zone,
          new Problems(Map.of("form", "Choose from what is offered.")));
    }
    redirect.addFlashAttribute(Flash.KEY, Flash.success("Saved."));
    return "redirect:/notifications/preferences";
  }

  private static Map<NoticeKind, Choice> choices(CurrentUser user, Map<String, String> form) {
    var choices = new EnumMap<NoticeKind, Choice>(NoticeKind.class);
    for (NoticeKind kind : Delivery.kindsOf(user.type())) {
      choices.put(
          kind,
          new Choice(
              form.containsKey("app_" + kind.code()),
              MailChoice.of(form.getOrDefault("mail_" + kind.code(), ""))));
    }
    return choices;
  }

  private static String page(
      CurrentUser user,
      Model model,
      Map<NoticeKind, Choice> chosen,
      String hour,
      String zone,
      Problems problems) {
    model.addAttribute(
        "rows",
        Delivery.kindsOf(user.type()).stream()
            .map(kind -> row(kind, chosen.getOrDefault(kind, Preferences.usual(kind))))
            .toList());
    model.addAttribute("mails", MAILS);
    model.addAttribute("hours", HOURS);
    model.addAttribute("zones", ZONES);
    model.addAttribute("hour", hour);
    model.addAttribute("zone", zone);
    model.addAttribute("email", user.email());
    model.addAttribute("problems", problems);
    return "notifications/preferences";
  }

  private static PreferenceRow row(NoticeKind kind, Choice choice) {
    return new PreferenceRow(
        kind.code(),
        KindWords.label(kind),
        KindWords.hint(kind),
        choice.inApp(),
        choice.mail().code());
  }
}
