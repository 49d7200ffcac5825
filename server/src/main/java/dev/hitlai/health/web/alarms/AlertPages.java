package dev.hitlai.health.web.alarms;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.health.internal.alerts.Alarms;
import dev.hitlai.health.internal.alerts.AlertRule;
import dev.hitlai.health.internal.alerts.AlertRules;
import dev.hitlai.health.internal.alerts.DryRun;
import dev.hitlai.health.internal.alerts.TestFire;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.notifications.Receivers;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Pager;
import dev.hitlai.web.view.Problems;
import dev.hitlai.web.view.Say;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Alert rules and what they fired, for administrators. */
@Controller
@RequestMapping("/admin/alerts")
@Access(admin = true)
class AlertPages {
  private static final String HOME = "/admin/alerts";
  private static final int SIZE = 25;

  private final AlertRules rules;
  private final Alarms alarms;
  private final DryRun dryRun;
  private final TestFire testFire;
  private final Receivers receivers;
  private final Choices choices;
  private final Clock clock;

  AlertPages(
      AlertRules rules,
      Alarms alarms,
      DryRun dryRun,
      TestFire testFire,
      Receivers receivers,
      Choices choices,
      Clock clock) {
    this.rules = rules;
    this.alarms = alarms;
    this.dryRun = dryRun;
    this.testFire = testFire;
    this.receivers = receivers;
    this.choices = choices;
    this.clock = clock;
  }

  @GetMapping
  String list(Page page, Model model, @RequestParam(name = "page", defaultValue = "1") int number) {
    int at = Math.clamp(number, 1, 100_000);
    model.addAttribute("rules", rules.all());
    model.addAttribute("names", choices.names());
    model.addAttribute("now", clock.instant());
    model.addAttribute("firing", alarms.firing());
    model.addAttribute("pending", alarms.pending());
    model.addAttribute("history", alarms.history(null, SIZE, (long) (at - 1) * SIZE));
    model.addAttribute("pager", new Pager(page.address(), at, SIZE, alarms.count(null)));
    return "alarms/alerts";
  }

  @GetMapping("/new")
  String form(Model model) {
    return form(null, model, AlertForm.fresh(), Problems.none());
  }

  private String form(@Nullable AlertRule rule, Model model, Entered form, Problems problems) {
    model.addAttribute("rule", rule);
    model.addAttribute("names", choices.names());
    model.addAttribute("now", clock.instant());
    model.addAttribute("form", form);
    model.addAttribute("problems", problems);
    model.addAttribute("endpoints", choices.endpoints());
    model.addAttribute("administrators", choices.administrators());
    if (!model.containsAttribute("tried")) {
      model.addAttribute("tried", null);
    }
    if (rule != null) {
      model.addAttribute("history", alarms.history(rule.id(), SIZE, 0));
      model.addAttribute("slack", state(rule.channels().slackReceiver()));
      model.addAttribute("webhook", state(rule.channels().webhookReceiver()));
      model.addAttribute("secret", model.getAttribute("secret"));
      return "alarms/alert_rule";
    }
    return "alarms/alert_rule_new";
  }

  private Receivers.@Nullable State state(@Nullable UUID receiver) {
    return receiver == null ? null : receivers.state(receiver).orElse(null);
  }

  /** Makes the rule, or with the other button of the form only tries it over the past. */
  @PostMapping
  String make(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam MultiValueMap<String, String> fields,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var form = new Entered(fields);
    try {
      if (form.text("act").equals("try")) {
        return tried(null, form, model);
      }
      var saved = rules.make(user, AlertForm.wish(form));
      redirect.addFlashAttribute("secret", saved.webhookSecret());
      return said(redirect, saved.rule().id(), "Made. It is looked at every 15 seconds.");
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      return form(null, model, form, Entered.problems(refused));
    }
  }

  @GetMapping("/{id}")
  String show(@PathVariable UUID id, Model model) {
    var rule = rules.find(id);
    return form(rule, model, AlertForm.stored(rule), Problems.none());
  }

  @PostMapping("/{id}")
  String change(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> fields,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var form = new Entered(fields);
    var rule = rules.find(id);
    try {
      if (form.text("act").equals("try")) {
        return tried(rule, form, model);
      }
      var saved = rules.change(user, id, AlertForm.wish(form));
      redirect.addFlashAttribute("secret", saved.webhookSecret());
      return said(redirect, id, "Saved.");
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      return form(rule, model, form, Entered.problems(refused));
    }
  }

  private String tried(@Nullable AlertRule rule, Entered form, Model model) {
    int hours = form.text("hours").isBlank() ? 24 : form.whole("hours");
    model.addAttribute("tried", dryRun.of(AlertForm.wish(form), hours));
    return form(rule, model, form, Problems.none());
  }

  @PostMapping("/{id}/test")
  String test(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    try {
      var fired = testFire.fire(user, id);
      return said(
          redirect,
          id,
          "A test alarm is on its way to "
              + fired.notificationsSent()
              + (fired.notificationsSent() == 1 ? " target." : " targets."));
    } catch (ApiProblem refused) {
      redirect.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
      return "redirect:" + HOME + "/" + id;
    }
  }

  @PostMapping("/{id}/state")
  String state(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam boolean active,
      RedirectAttributes redirect) {
    rules.switchTo(user, id, active);
    return said(redirect, id, active ? "Switched on." : "Switched off.");
  }

  @PostMapping("/{id}/snooze")
  String snooze(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam int hours,
      RedirectAttributes redirect) {
    rules.snooze(user, id, hours);
    return said(
        redirect,
        id,
        hours == 0
            ? "It tells again."
            : "It tells nobody for " + Say.count(hours, "hour.", "hours."));
  }

  @PostMapping("/firings/{firingId}/acknowledgement")
  String acknowledge(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID firingId,
      RedirectAttributes redirect) {
    try {
      rules.acknowledge(user, firingId);
      redirect.addFlashAttribute(Flash.KEY, Flash.success("You look after it; others see that."));
    } catch (ApiProblem refused) {
      redirect.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
    }
    return "redirect:" + HOME;
  }

  @PostMapping("/{id}/removal")
  String delete(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    rules.delete(user, id);
    redirect.addFlashAttribute(Flash.KEY, Flash.success("Deleted. What it fired stays below."));
    return "redirect:" + HOME;
  }

  private static String said(RedirectAttributes redirect, UUID id, String sentence) {
    redirect.addFlashAttribute(Flash.KEY, Flash.success(sentence));
    return "redirect:" + HOME + "/" + id;
  }
}
