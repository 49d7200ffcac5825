package dev.hitlai.redteam.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.redteam.Category;
import dev.hitlai.redteam.DeploymentGate;
import dev.hitlai.redteam.RedTeam;
import dev.hitlai.redteam.internal.store.Campaigns;
import dev.hitlai.redteam.internal.store.Campaigns.Format;
import dev.hitlai.redteam.internal.store.Targets;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Option;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Pager;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Campaigns, for administrators. */
@Controller
@RequestMapping("/admin/red-team")
@Access(admin = true)
class RedTeamPages {
  private static final int SIZE = 25;

  private final Campaigns campaigns;
  private final Targets targets;
  private final DeploymentGate gate;
  private final Clock clock;

  RedTeamPages(Campaigns campaigns, Targets targets, DeploymentGate gate, Clock clock) {
    this.campaigns = campaigns;
    this.targets = targets;
    this.gate = gate;
    this.clock = clock;
  }

  @GetMapping
  String list(Page page, Model model, @RequestParam(name = "page", defaultValue = "1") int number) {
    return list(
        page,
        model,
        number,
        Problems.none(),
        Map.of("prompts", "60", "generations", "5"),
        List.of());
  }

  private String list(
      Page page,
      Model model,
      int number,
      Problems problems,
      Map<String, String> entered,
      List<String> chosen) {
    int at = Math.clamp(number, 1, 10_000);
    model.addAttribute("rows", campaigns.list("", SIZE, (long) (at - 1) * SIZE));
    model.addAttribute("pager", new Pager(page.address(), at, SIZE, campaigns.count("")));
    model.addAttribute(
        "targets",
        targets.all().stream().map(target -> Option.of(target.name(), target.title())).toList());
    model.addAttribute(
        "gates",
        targets.all().stream()
            .collect(
                Collectors.toMap(
                    target -> target.name(),
                    target -> gate.ask(target.name()),
                    (a, _) -> a,
                    java.util.TreeMap::new)));
    model.addAttribute("categories", List.of(Category.values()));
    model.addAttribute(
        "strategies",
        RedTeam.strategies().stream().map(one -> Option.of(one.code(), one.title())).toList());
    model.addAttribute("problems", problems);
    model.addAttribute("entered", entered);
    model.addAttribute("chosen", chosen);
    return "redteam/campaigns";
  }

  @PostMapping
  String start(
      @AuthenticationPrincipal CurrentUser user,
      Page page,
      Model model,
      @RequestParam(defaultValue = "") String target,
      @RequestParam(defaultValue = "") List<String> category,
      @RequestParam(defaultValue = "") String strategy,
      @RequestParam(defaultValue = "") String prompts,
      @RequestParam(defaultValue = "") String generations,
      @RequestParam(defaultValue = "") String seed,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      var form =
          new CampaignForm(
              category,
              strategy.isBlank() ? List.of() : List.of(strategy),
              (Integer) (int) number("prompts", prompts, 60),
              (Integer) (int) number("generations", generations, 5),
              seed.isBlank() ? null : number("seed", seed, 0));
      var campaign =
          campaigns.start(
              target, form.plan(clock.millis()), Campaigns.Cause.ON_DEMAND, user.userId());
      redirect.addFlashAttribute(Flash.KEY, Flash.success("The campaign has begun."));
      return "redirect:/admin/red-team/" + campaign.id();
    } catch (ApiProblem problem) {
      response.setStatus(problem.code().status());
      var entered =
          new HashMap<>(
              Map.of(
                  "target",
                  target,
                  "strategy",
                  strategy,
                  "prompts",
                  prompts,
                  "generations",
                  generations,
                  "seed",
                  seed));
      return list(page, model, 1, problems(problem), entered, category);
    }
  }

  private static long number(String field, String words, long otherwise) {
    try {
      return words.isBlank()
          ? otherwise
          : Math.clamp(Long.parseLong(words.strip()), Integer.MIN_VALUE, Integer.MAX_VALUE);
    } catch (NumberFormatException _) {
      throw ApiProblem.invalid(field, "Enter a whole number.");
    }
  }

  static Problems problems(ApiProblem problem) {
    if (problem.details().isEmpty()) {
      return new Problems(Map.of("form", problem.sentence()));
    }
    return new Problems(
        problem.details().entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue()))));
  }

  @GetMapping("/{id}")
  String show(@PathVariable UUID id, Model model) {
    var campaign = campaigns.find(id);
    model.addAttribute("campaign", campaign);
    model.addAttribute("report", report(campaign));
    return "redteam/campaign";
  }

  private @Nullable ReportView report(Campaigns.Campaign campaign) {
    return campaign.status().equals("done")
        ? ReportView.of(campaigns.report(campaign.id(), Format.JSON))
        : null;
  }

  @GetMapping("/{id}/report")
  ResponseEntity<String> download(
      @PathVariable UUID id, @RequestParam(defaultValue = "json") String format) {
    var wanted = RedTeamApi.format(format);
    var ending =
        switch (wanted) {
          case JSON -> "json";
          case SARIF -> "sarif";
          case JUNIT -> "xml";
        };
    return ResponseEntity.ok()
        .header(
            "Content-Disposition", "attachment; filename=\"red-team-" + id + "." + ending + "\"")
        .contentType(MediaType.parseMediaType(wanted.mediaType() + ";charset=UTF-8"))
        .body(campaigns.report(id, wanted));
  }

  static boolean isMissing(ApiProblem problem) {
    return problem.code() == ErrorCode.NOT_FOUND;
  }
}
