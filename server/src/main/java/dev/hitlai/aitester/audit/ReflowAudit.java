package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** The page at a width of 320 px, which is what 400 % zoom leaves of 1280 px (WCAG 1.4.10). */
final class ReflowAudit extends PageAudit {
  private static final int WIDTH = 320;
  private static final String MEASURE =
      "() => {\nconst dom = (() => {\n"
          + Probes.resource("dom.js")
          + "})();\n"
          + Probes.resource("reflow.js")
          + "}";

  private final Set<String> measured = new HashSet<>();

  ReflowAudit() {
    super(
        "reflow",
        Agent.VISUAL_AUDITOR,
        List.of(
            on(
                "",
                Rule.of("reflow", Category.VISUAL, Impact.MAJOR, 0.9).wcag("1.4.10"),
                "The page is wider than a small screen because of {element}",
                "At 320 px (a small phone, or 400 % zoom) {excess} px stick out, so each line has"
                    + " to be scrolled sideways.",
                "Let it shrink or wrap: max-width: 100%, flex-wrap, or scrolling within the"
                    + " element.")));
  }

  /** Pages of one template reflow alike, so each template is measured once in a run. */
  @Override
  List<Hit> hits(AuditSubject subject) {
    if (!measured.add(subject.view().template())) {
      return List.of();
    }
    var page = subject.page();
    var before = page.viewportSize();
    if (before == null) {
      return List.of();
    }
    page.setViewportSize(WIDTH, before.height);
    try {
      return List.of(JsonMapper.shared().readValue((String) page.evaluate(MEASURE), Hit[].class));
    } finally {
      page.setViewportSize(before.width, before.height);
    }
  }
}
