package dev.hitlai.recording.web;

import static dev.hitlai.identity.CompanyRole.VIEWER;

import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.recording.internal.figures.Funnels;
import dev.hitlai.recording.internal.figures.HeatKind;
import dev.hitlai.recording.internal.figures.Heatmaps;
import dev.hitlai.recording.internal.figures.PageVitals;
import dev.hitlai.web.view.Heat;
import dev.hitlai.web.view.Option;
import dev.hitlai.web.view.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What many sessions say together: pages, funnels, heatmaps. */
@Controller
@RequestMapping("/company")
@Access(company = VIEWER)
class FigurePages {
  private static final int MOST_PAGES = 100;

  private final PageVitals vitals;
  private final Funnels funnels;
  private final Heatmaps heatmaps;
  private final Clock clock;

  FigurePages(PageVitals vitals, Funnels funnels, Heatmaps heatmaps, Clock clock) {
    this.vitals = vitals;
    this.funnels = funnels;
    this.heatmaps = heatmaps;
    this.clock = clock;
  }

  @GetMapping("/recordings/pages")
  String pages(
      @AuthenticationPrincipal CurrentUser user,
      Model model,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String device,
      @RequestParam(defaultValue = "7d") String since) {
    model.addAttribute(
        "rows",
        vitals.list(
            user.requireCompany(), source, device, Since.of(since, clock.instant()), MOST_PAGES));
    filters(model, source, device, since);
    return "recording/pages";
  }

  @GetMapping("/recordings/funnel")
  String funnel(
      @AuthenticationPrincipal CurrentUser user,
      Model model,
      @RequestParam(defaultValue = "") String steps,
      @RequestParam(required = false) @Nullable UUID run,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "7d") String since) {
    var paths =
        steps.isBlank() && run != null
            ? funnels.pathsOf(run)
            : Arrays.stream(steps.split("\\R"))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    model.addAttribute("steps", String.join("\n", paths));
    model.addAttribute(
        "funnel",
        paths.isEmpty()
            ? List.of()
            : funnels.count(
                user.requireCompany(), paths, source, Since.of(since, clock.instant())));
    filters(model, source, "", since);
    return "recording/funnel";
  }

  @GetMapping("/heatmaps")
  String heatmap(
      @AuthenticationPrincipal CurrentUser user,
      Model model,
      @RequestParam(defaultValue = "") String url,
      @RequestParam(defaultValue = "clicks") String kind,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String device,
      @RequestParam(required = false) @Nullable UUID run,
      @RequestParam(defaultValue = "7d") String since,
      Page page) {
    Instant from = Since.of(since, clock.instant());
    UUID company = user.requireCompany();
    var known = vitals.list(company, source, device, from, MOST_PAGES);
    String shown = url.isBlank() && !known.isEmpty() ? known.getFirst().url() : url.strip();
    HeatKind wanted = kind(kind);
    var heat = heatmaps.of(new Heatmaps.Wish(company, shown, wanted, device, source, run, from));
    model.addAttribute("heat", heat);
    model.addAttribute("spots", spots(heat));
    model.addAttribute("kind", wanted);
    model.addAttribute("url", shown);
    model.addAttribute("run", run == null ? "" : run.toString());
    model.addAttribute("urls", known.stream().map(row -> Option.of(row.url(), row.url())).toList());
    model.addAttribute(
        "kinds",
        Arrays.stream(HeatKind.values()).map(k -> Option.of(k.code(), k.label())).toList());
    filters(model, source, device, since);
    return "recording/heatmap";
  }

  private static HeatKind kind(String code) {
    return Arrays.stream(HeatKind.values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElse(HeatKind.CLICKS);
  }

  private static List<Heat> spots(Heatmaps.Heatmap heat) {
    double most = heat.spots().stream().mapToDouble(Heatmaps.Spot::weight).max().orElse(1);
    return heat.spots().reversed().stream()
        .filter(spot -> spot.y() <= heat.height())
        .map(spot -> new Heat(spot.x(), spot.y() / heat.height(), spot.weight() / most))
        .toList();
  }

  private static void filters(Model model, String source, String device, String since) {
    model.addAttribute("source", source);
    model.addAttribute("device", device);
    model.addAttribute("since", since);
    model.addAttribute("sources", Since.sources());
    model.addAttribute("devices", Since.devices());
    model.addAttribute("times", Since.options());
  }
}
