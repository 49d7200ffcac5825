package dev.hitlai.monitoring.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.Companies;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.Users;
import dev.hitlai.monitoring.internal.calls.CallSearch;
import dev.hitlai.monitoring.internal.security.Rule;
import dev.hitlai.monitoring.internal.security.SecurityIncidents;
import dev.hitlai.monitoring.internal.security.SecuritySettings;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Option;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Pager;
import dev.hitlai.web.view.Problems;
import dev.hitlai.web.view.Tab;
import dev.hitlai.web.view.TimelineEntry;
import dev.hitlai.web.view.Tone;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import tools.jackson.databind.json.JsonMapper;

/** Security incidents, for administrators. */
@Controller
@RequestMapping("/admin/security")
class SecurityIncidentPages {
  private static final int SIZE = 25;

  private final SecurityIncidents incidents;
  private final CallSearch calls;
  private final Users users;
  private final Companies companies;
  private final SecuritySettings settings;

  SecurityIncidentPages(
      SecurityIncidents incidents,
      CallSearch calls,
      Users users,
      Companies companies,
      SecuritySettings settings) {
    this.incidents = incidents;
    this.calls = calls;
    this.users = users;
    this.companies = companies;
    this.settings = settings;
  }

  @GetMapping
  String list(
      Page page,
      Model model,
      @RequestParam(defaultValue = "active") String status,
      @RequestParam(defaultValue = "") String rule,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    String wanted = status.equals("all") ? "" : status;
    int at = Math.clamp(number, 1, 10_000);
    model.addAttribute("rows", incidents.list(wanted, rule, SIZE, (long) (at - 1) * SIZE));
    model.addAttribute("pager", new Pager(page.address(), at, SIZE, incidents.count(wanted, rule)));
    model.addAttribute(
        "tabs",
        List.of(
            tab("Not settled", "active", "active", status),
            tab("Resolved", "resolved", "resolved", status),
            tab("False positives", "false_positive", "false_positive", status),
            tab("All", "all", "", status)));
    model.addAttribute("status", status);
    model.addAttribute("rule", rule);
    model.addAttribute(
        "choices",
        Arrays.stream(Rule.values()).map(one -> Option.of(one.code(), one.title())).toList());
    model.addAttribute("rules", Arrays.stream(Rule.values()).map(this::rule).toList());
    return "monitoring/security";
  }

  private Tab tab(String label, String word, String status, String shown) {
    return new Tab(
        label,
        "/admin/security?status=" + word,
        word.equals(shown),
        (long) incidents.count(status, ""));
  }

  private RuleRow rule(Rule rule) {
    int count = settings.count(rule);
    return new RuleRow(
        rule.code(),
        rule.title(),
        count == 0
            ? "switched off"
            : "%s within %s".formatted(rule.counted(count), Rule.within(settings.window(rule))));
  }

  @GetMapping("/{id}")
  String show(@PathVariable UUID id, Model model) {
    return page(id, model, Problems.none(), Map.of());
  }

  private String page(UUID id, Model model, Problems problems, Map<String, String> entered) {
    var incident = incidents.find(id);
    model.addAttribute("incident", incident);
    model.addAttribute("evidence", evidence(incident.evidence()));
    model.addAttribute("timeline", timeline(id));
    model.addAttribute("calls", calls.all(incident.relatedCalls()));
    model.addAttribute(
        "company",
        incident.companyId() == null
            ? null
            : companies.find(incident.companyId()).map(Companies.Company::name).orElse(null));
    model.addAttribute(
        "person",
        incident.userId() == null
            ? null
            : users.find(incident.userId()).map(Users.User::email).orElse(null));
    model.addAttribute("problems", problems);
    model.addAttribute("entered", entered);
    return "monitoring/incident";
  }

  private static Map<String, List<String>> evidence(String json) {
    var words = new LinkedHashMap<String, List<String>>();
    JsonMapper.shared()
        .readTree(json)
        .properties()
        .forEach(
            one -> {
              var values = new ArrayList<String>();
              if (one.getValue().isArray()) {
                one.getValue().forEach(value -> values.add(value.asString()));
              } else {
                values.add(one.getValue().asString());
              }
              if (!values.isEmpty()) {
                words.put(Words.of(one.getKey()), values);
              }
            });
    return words;
  }

  private List<TimelineEntry> timeline(UUID id) {
    var updates = incidents.updates(id);
    var names =
        users.all(
            updates.stream().map(SecurityIncidents.Update::by).filter(Objects::nonNull).toList());
    return updates.stream()
        .map(
            update -> {
              var by = update.by() == null ? null : names.get(update.by());
              String who = by == null ? "The platform" : by.displayName();
              String status = update.status();
              return new TimelineEntry(
                  update.at(),
                  status == null ? who + " noted" : who + ": " + Words.of(status),
                  update.note(),
                  status == null ? Tone.INFO : Words.ofStatus(status));
            })
        .toList();
  }

  @PostMapping("/{id}/investigate")
  String investigate(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return does(
        () -> incidents.investigate(user, id),
        "It is yours now.",
        id,
        "",
        "",
        model,
        response,
        redirect);
  }

  @PostMapping("/{id}/settle")
  String settle(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String action,
      @RequestParam String outcome,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return does(
        () -> {
          if (outcome.equals("false_positive")) {
            incidents.falsePositive(user, id, action);
          } else {
            incidents.resolve(user, id, action);
          }
        },
        "The incident is settled.",
        id,
        "action",
        action,
        model,
        response,
        redirect);
  }

  @PostMapping("/{id}/note")
  String note(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String note,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return does(
        () -> incidents.note(user, id, note),
        "Noted.",
        id,
        "note",
        note,
        model,
        response,
        redirect);
  }

  @PostMapping("/{id}/tell")
  String tell(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String message,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return does(
        () -> incidents.tell(user, id, message),
        "They are told.",
        id,
        "message",
        message,
        model,
        response,
        redirect);
  }

  /** The same page again with what was entered, when it is refused. */
  private String does(
      Runnable work,
      String done,
      UUID id,
      String field,
      String entered,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      work.run();
    } catch (ApiProblem problem) {
      if (problem.code() == ErrorCode.NOT_FOUND) {
        throw problem;
      }
      response.setStatus(problem.code().status());
      boolean ofField = problem.details().containsKey(field);
      String why = ofField ? String.valueOf(problem.details().get(field)) : problem.sentence();
      return page(
          id, model, new Problems(Map.of(ofField ? field : "form", why)), Map.of(field, entered));
    }
    redirect.addFlashAttribute(Flash.KEY, Flash.success(done));
    return "redirect:/admin/security/" + id;
  }
}
