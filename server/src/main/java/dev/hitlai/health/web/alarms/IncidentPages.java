package dev.hitlai.health.web.alarms;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.health.internal.alerts.Alarms;
import dev.hitlai.health.internal.incidents.Incident;
import dev.hitlai.health.internal.incidents.IncidentFigures;
import dev.hitlai.health.internal.incidents.Incidents;
import dev.hitlai.health.internal.incidents.Incidents.Shown;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Pager;
import dev.hitlai.web.view.Problems;
import dev.hitlai.web.view.Tab;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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

/** Incidents, for administrators. */
@Controller
@RequestMapping("/admin/incidents")
@Access(admin = true)
class IncidentPages {
  private static final String HOME = "/admin/incidents";
  private static final int SIZE = 25;

  private final Incidents incidents;
  private final IncidentFigures figures;
  private final Alarms alarms;
  private final Choices choices;
  private final Clock clock;

  IncidentPages(
      Incidents incidents, IncidentFigures figures, Alarms alarms, Choices choices, Clock clock) {
    this.incidents = incidents;
    this.figures = figures;
    this.alarms = alarms;
    this.choices = choices;
    this.clock = clock;
  }

  @GetMapping
  String list(
      Page page,
      Model model,
      @RequestParam(defaultValue = "open") String show,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    Shown shown = shown(show);
    int at = Math.clamp(number, 1, 100_000);
    model.addAttribute("incidents", incidents.list(shown, SIZE, (long) (at - 1) * SIZE));
    model.addAttribute("pager", new Pager(page.address(), at, SIZE, incidents.count(shown)));
    model.addAttribute("tabs", tabs(shown));
    model.addAttribute("now", clock.instant());
    return "alarms/incidents";
  }

  private static Shown shown(String word) {
    return switch (word) {
      case "resolved" -> Shown.RESOLVED;
      case "all" -> Shown.ALL;
      default -> Shown.OPEN;
    };
  }

  private List<Tab> tabs(Shown shown) {
    return List.of(
        new Tab("Open", HOME, shown == Shown.OPEN, (long) incidents.count(Shown.OPEN)),
        Tab.of("Resolved", HOME + "?show=resolved", shown == Shown.RESOLVED),
        Tab.of("All", HOME + "?show=all", shown == Shown.ALL),
        Tab.of("Subscriptions", HOME + "/subscriptions", false));
  }

  @GetMapping("/new")
  String form(Model model) {
    var fresh =
        new Entered.Stored()
            .with("type", "downtime")
            .with("severity", "major")
            .with("isPublic", true)
            .entered();
    return form(model, fresh, Problems.none());
  }

  private String form(Model model, Entered form, Problems problems) {
    model.addAttribute("form", form);
    model.addAttribute("problems", problems);
    model.addAttribute("monitors", choices.monitors());
    return "alarms/incident_new";
  }

  @PostMapping
  String open(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam MultiValueMap<String, String> fields,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var form = new Entered(fields);
    try {
      var incident =
          incidents.open(
              user,
              new Incidents.NewIncident(
                  form.text("title"),
                  form.text("type"),
                  form.text("severity"),
                  form.text("impact"),
                  form.text("message"),
                  form.ids("monitorIds"),
                  form.flag("isPublic"),
                  form.time("startedAt")));
      return said(redirect, incident.id(), "Opened. Everybody who should know is told.");
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      return form(model, form, Entered.problems(refused));
    }
  }

  @GetMapping("/{id}")
  String show(@PathVariable UUID id, Model model) {
    return show(id, model, Entered.NOTHING, Problems.none());
  }

  private String show(UUID id, Model model, Entered form, Problems problems) {
    Incident incident = incidents.find(id);
    Instant now = clock.instant();
    Instant end = incident.resolvedAt() == null ? now : incident.resolvedAt();
    model.addAttribute("incident", incident);
    model.addAttribute("updates", incidents.updates(id));
    model.addAttribute("affected", incidents.affected(id));
    model.addAttribute("seen", incidents.seen(id));
    model.addAttribute("alarms", alarms.ofIncident(id));
    model.addAttribute("measured", figures.of(id, incident.startedAt(), end));
    model.addAttribute("mergeable", incident.isOpen() ? incidents.mergeable(incident) : List.of());
    model.addAttribute("administrators", choices.administrators());
    model.addAttribute("form", form);
    model.addAttribute("problems", problems);
    model.addAttribute("now", now);
    return "alarms/incident";
  }

  @PostMapping("/{id}/updates")
  String say(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> fields,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var form = new Entered(fields);
    return done(
        id,
        form,
        model,
        response,
        redirect,
        "Said.",
        () ->
            incidents.say(
                user, id, form.text("status"), form.text("message"), form.flag("isPublic")));
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
    return done(
        id,
        form,
        model,
        response,
        redirect,
        "Saved.",
        () ->
            incidents.change(
                user,
                id,
                new Incidents.Change(
                    form.text("title"),
                    form.text("type"),
                    form.text("severity"),
                    form.text("impact"),
                    form.whole("affectedUsers"),
                    form.whole("affectedCompanies"),
                    form.text("internalNotes"),
                    form.flag("isPublic"))));
  }

  @PostMapping("/{id}/owner")
  String giveTo(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> fields,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var form = new Entered(fields);
    return done(
        id,
        form,
        model,
        response,
        redirect,
        "Saved. Reminders go there.",
        () -> incidents.giveTo(user, id, form.ids("ownerId").stream().findFirst().orElse(null)));
  }

  @PostMapping("/{id}/merge")
  String merge(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") UUID into,
      RedirectAttributes redirect) {
    try {
      incidents.merge(user, id, into);
      return said(redirect, into, "Merged. This is the one that goes on.");
    } catch (ApiProblem refused) {
      redirect.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
      return "redirect:" + HOME + "/" + id;
    }
  }

  @PostMapping("/{id}/postmortem")
  String postmortem(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> fields,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var form = new Entered(fields);
    return done(
        id,
        form,
        model,
        response,
        redirect,
        form.flag("publish") ? "Saved, and shown on the status page." : "Saved.",
        () ->
            incidents.postmortem(
                user,
                id,
                form.text("rootCause"),
                form.text("resolutionSteps"),
                form.flag("publish")));
  }

  private String done(
      UUID id,
      Entered form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect,
      String sentence,
      Runnable work) {
    try {
      work.run();
      return said(redirect, id, sentence);
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      return show(id, model, form, Entered.problems(refused));
    }
  }

  private static String said(RedirectAttributes redirect, UUID id, String sentence) {
    redirect.addFlashAttribute(Flash.KEY, Flash.success(sentence));
    return "redirect:" + HOME + "/" + id;
  }
}
