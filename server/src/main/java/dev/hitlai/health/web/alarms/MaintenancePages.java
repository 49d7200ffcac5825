package dev.hitlai.health.web.alarms;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.health.internal.maintenance.Maintenance;
import dev.hitlai.health.internal.maintenance.Maintenance.Shown;
import dev.hitlai.health.internal.maintenance.Window;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Pager;
import dev.hitlai.web.view.Problems;
import dev.hitlai.web.view.Tab;
import jakarta.servlet.http.HttpServletResponse;
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

/** Planned work, for administrators. */
@Controller
@RequestMapping("/admin/maintenance")
@Access(admin = true)
class MaintenancePages {
  private static final String HOME = "/admin/maintenance";
  private static final int SIZE = 25;

  private final Maintenance maintenance;
  private final Choices choices;

  MaintenancePages(Maintenance maintenance, Choices choices) {
    this.maintenance = maintenance;
    this.choices = choices;
  }

  @GetMapping
  String list(
      Page page,
      Model model,
      @RequestParam(defaultValue = "open") String show,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    Shown shown = show.equals("past") ? Shown.PAST : Shown.OPEN;
    int at = Math.clamp(number, 1, 100_000);
    model.addAttribute("windows", maintenance.list(shown, SIZE, (long) (at - 1) * SIZE));
    model.addAttribute("pager", new Pager(page.address(), at, SIZE, maintenance.count(shown)));
    model.addAttribute(
        "tabs",
        List.of(
            new Tab("Planned", HOME, shown == Shown.OPEN, (long) maintenance.count(Shown.OPEN)),
            Tab.of("Past", HOME + "?show=past", shown == Shown.PAST)));
    return "alarms/maintenance_list";
  }

  @GetMapping("/new")
  String form(Model model) {
    var fresh = new Entered.Stored().with("impact", "partial_outage").entered();
    return form(model, fresh, Problems.none());
  }

  private String form(Model model, Entered form, Problems problems) {
    model.addAttribute("form", form);
    model.addAttribute("problems", problems);
    model.addAttribute("monitors", choices.monitors());
    return "alarms/maintenance_new";
  }

  @PostMapping
  String plan(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam MultiValueMap<String, String> fields,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var form = new Entered(fields);
    try {
      var window = maintenance.plan(user, wish(form));
      String sentence =
          window.isOpen() ? "Planned. Subscribers are told." : "Entered. Uptime is counted anew.";
      return said(redirect, window.id(), sentence);
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      return form(model, form, Entered.problems(refused));
    }
  }

  @GetMapping("/{id}")
  String show(@PathVariable UUID id, Model model) {
    var window = maintenance.find(id);
    return show(window, model, stored(window), Problems.none());
  }

  private String show(Window window, Model model, Entered form, Problems problems) {
    model.addAttribute("window", window);
    model.addAttribute("form", form);
    model.addAttribute("problems", problems);
    model.addAttribute("monitors", choices.monitors());
    return "alarms/maintenance";
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
    try {
      maintenance.change(user, id, wish(form));
      return said(redirect, id, "Saved.");
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      return show(maintenance.find(id), model, form, Entered.problems(refused));
    }
  }

  @PostMapping("/{id}/begin")
  String begin(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    return moved(redirect, id, "It has begun.", () -> maintenance.begin(user, id));
  }

  @PostMapping("/{id}/end")
  String end(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    return moved(redirect, id, "It is over.", () -> maintenance.end(user, id));
  }

  @PostMapping("/{id}/cancel")
  String cancel(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    return moved(
        redirect, id, "Cancelled. Subscribers are told.", () -> maintenance.cancel(user, id));
  }

  private static String moved(
      RedirectAttributes redirect, UUID id, String sentence, Runnable work) {
    try {
      work.run();
      return said(redirect, id, sentence);
    } catch (ApiProblem refused) {
      redirect.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
      return "redirect:" + HOME + "/" + id;
    }
  }

  private static Maintenance.Wish wish(Entered form) {
    return new Maintenance.Wish(
        form.text("title"),
        form.text("description"),
        form.all("affected"),
        form.text("impact"),
        form.time("start"),
        form.time("end"),
        form.text("publicMessage"),
        form.text("internalNotes"));
  }

  private static Entered stored(Window window) {
    return new Entered.Stored()
        .with("title", window.title())
        .with("description", window.description())
        .with("affected", window.affected())
        .with("impact", window.impact().code())
        .with("start", window.begins())
        .with("end", window.ends())
        .with("publicMessage", window.publicMessage())
        .with("internalNotes", window.internalNotes())
        .entered();
  }

  private static String said(RedirectAttributes redirect, UUID id, String sentence) {
    redirect.addFlashAttribute(Flash.KEY, Flash.success(sentence));
    return "redirect:" + HOME + "/" + id;
  }
}
