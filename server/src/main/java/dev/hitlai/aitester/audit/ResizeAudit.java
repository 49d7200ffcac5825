package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import com.microsoft.playwright.Page;
import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Texts that are cut off when people enlarge the page to 200 % (which leaves half the width) or
 * spread their letters and lines. What is cut off anyway is judged elsewhere.
 */
final class ResizeAudit extends PageAudit {
  private static final int LEAST_WIDTH = 1000;
  private static final String SCRIPT =
      "(input) => {\nconst dom = (() => {\n"
          + Probes.resource("dom.js")
          + "})();\n"
          + Probes.resource("resize.js")
          + "}";

  private final Set<String> measured = new HashSet<>();

  ResizeAudit() {
    super(
        "resize",
        Agent.VISUAL_AUDITOR,
        List.of(
            on(
                "zoom",
                Rule.of("resize/zoom", Category.VISUAL, Impact.MINOR, 0.8).wcag("1.4.4"),
                "Text {element} is cut off at 200 %",
                "People who enlarge the page lose the end of it.",
                "Let the box grow with its text: min-height instead of height, no overflow:"
                    + " hidden."),
            on(
                "spacing",
                Rule.of("resize/spacing", Category.VISUAL, Impact.MINOR, 0.8).wcag("1.4.12"),
                "Text {element} is cut off when letters and lines are spread",
                "People with dyslexia or low vision who set wider spacing lose the end of it.",
                "Let the box grow with its text: min-height instead of height, no overflow:"
                    + " hidden.")));
  }

  /** Pages of one template break alike, so each template is measured once in a run. */
  @Override
  List<Hit> hits(AuditSubject subject) {
    var page = subject.page();
    var before = page.viewportSize();
    if (before == null || !measured.add(subject.view().template())) {
      return List.of();
    }
    var hits = new ArrayList<>(ask(page, "spacing"));
    if (before.width >= LEAST_WIDTH) {
      hits.addAll(zoomed(page, before.width, before.height));
    }
    return hits;
  }

  private static List<Hit> zoomed(Page page, int width, int height) {
    var cut = places(ask(page, "now"));
    page.setViewportSize(width / 2, height / 2);
    try {
      return ask(page, "now").stream().filter(hit -> !cut.contains(hit.selector())).toList();
    } finally {
      page.setViewportSize(width, height);
    }
  }

  private static Set<String> places(List<Hit> hits) {
    return hits.stream().map(Hit::selector).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  private static List<Hit> ask(Page page, String what) {
    return Stream.of(
            JsonMapper.shared().readValue((String) page.evaluate(SCRIPT, what), Hit[].class))
        .toList();
  }
}
