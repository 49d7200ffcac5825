package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import com.microsoft.playwright.Mouse.MoveOptions;
import com.microsoft.playwright.Page;
import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Box;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Content that shows while the mouse hovers, tried with a real pointer: whether the pointer gets to
 * it before it goes away again.
 */
final class HoverContentAudit extends PageAudit {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int STEPS = 12;
  private static final String SCRIPT =
      "(input) => {\nconst dom = (() => {\n"
          + Probes.resource("dom.js")
          + "})();\n"
          + Probes.resource("hover.js")
          + "}";

  private final Set<String> templates = new HashSet<>();
  private final Map<Pair, Optional<Hit>> tried = new HashMap<>();

  /** Selectors of something to hover and of what that brings up. */
  record Pair(String trigger, String content) {}

  /** What shows at the moment, in pixels of the window. */
  record State(@Nullable Box trigger, @Nullable Box content, String label, String html) {}

  HoverContentAudit() {
    super(
        "hover-content",
        Agent.ACCESSIBILITY_AUDITOR,
        List.of(
            on(
                "",
                Rule.of("hover-content", Category.ACCESSIBILITY, Impact.MINOR, 0.8).wcag("1.4.13"),
                "{element} goes away when the pointer moves to it",
                "People who enlarge the screen have to move the pointer onto it to read it, and"
                    + " lose it on the way.",
                "Keep it open while the pointer is over it: make it a child of what is hovered and"
                    + " leave no gap between them.")));
  }

  /** Pages of one template behave alike, and so does what stands on several: each is tried once. */
  @Override
  List<Hit> hits(AuditSubject subject) {
    if (subject.persona().touch() || !templates.add(subject.view().template())) {
      return List.of();
    }
    var page = subject.page();
    var hits = new ArrayList<Hit>();
    for (var pair : JSON.readValue(ask(page, "find", new Pair("", "")), Pair[].class)) {
      if (!tried.containsKey(pair)) {
        tried.put(pair, Optional.ofNullable(lost(page, pair)));
      }
      tried.get(pair).ifPresent(hits::add);
    }
    return hits;
  }

  private static @Nullable Hit lost(Page page, Pair pair) {
    var before = state(page, pair);
    if (before.trigger() == null) {
      return null;
    }
    try {
      page.mouse().move(before.trigger().centerX(), before.trigger().centerY());
      var shown = state(page, pair);
      if (shown.content() == null) {
        return null;
      }
      approach(page, before.trigger(), shown.content());
      return state(page, pair).content() != null
          ? null
          : new Hit(
              "",
              pair.content(),
              "hover",
              shown.label(),
              shown.label(),
              shown.html(),
              null,
              Map.of("trigger", pair.trigger()));
    } finally {
      page.mouse().move(0, 0);
    }
  }

  /** By the shortest way, so that only a real gap is crossed, then into the middle. */
  private static void approach(Page page, Box from, Box to) {
    var steps = new MoveOptions().setSteps(STEPS);
    double x = Math.clamp(from.centerX(), to.x() + 1, to.x() + to.width() - 1);
    double y = Math.clamp(from.centerY(), to.y() + 1, to.y() + to.height() - 1);
    page.mouse().move(x, y, steps);
    page.mouse().move(to.centerX(), to.centerY(), steps);
  }

  private static State state(Page page, Pair pair) {
    return JSON.readValue(ask(page, "state", pair), State.class);
  }

  private static String ask(Page page, String move, Pair pair) {
    return (String)
        page.evaluate(
            SCRIPT, Map.of("move", move, "trigger", pair.trigger(), "content", pair.content()));
  }
}
