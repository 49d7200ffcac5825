package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import com.microsoft.playwright.Page;
import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Box;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the keyboard meets: whether the focus can be seen, and whether the menu can be skipped. */
final class KeyboardAudit extends PageAudit {
  /** Styles can't tell everything: what seems to show no focus is looked at, at most so many. */
  private static final int LOOKED_AT = 4;

  private final PageScript script = new PageScript("keyboard");
  private final Set<String> walked = new HashSet<>();
  private final Map<Look, Boolean> looked;

  /**
   * A control as it was looked at.
   *
   * @param dark whether the page was asked for dark colours
   */
  record Look(String selector, String html, String label, boolean dark) {}

  /**
   * @param looked what showed its focus in pictures, shared by those who test together
   */
  KeyboardAudit(Map<Look, Boolean> looked) {
    super(
        "keyboard",
        Agent.ACCESSIBILITY_AUDITOR,
        List.of(
            on(
                "focus-visible",
                Rule.of("keyboard/focus-visible", Category.ACCESSIBILITY, Impact.MAJOR, 0.85)
                    .wcag("2.4.7"),
                "The focus can't be seen on {element}",
                "People who work with the keyboard don't know where they are.",
                "Show it: :focus-visible { outline: 3px solid; outline-offset: 2px }."),
            on(
                "focus-order",
                Rule.of("keyboard/focus-order", Category.ACCESSIBILITY, Impact.MINOR, 0.8)
                    .wcag("2.4.3"),
                "The focus jumps back to {element}",
                "After “{before}” it goes up again instead of on; who sees only a part of the"
                    + " screen, or listens, fills in the form in the wrong order or misses it.",
                "Remove positive tabindex values and CSS that reorders; let the source follow the"
                    + " layout."),
            on(
                "focus-obscured",
                Rule.of("keyboard/focus-obscured", Category.ACCESSIBILITY, Impact.MINOR, 0.85)
                    .wcag("2.4.11"),
                "{element} stays over what has the focus",
                "Walking down with the keyboard, “{hidden}” is reached behind it and can't be"
                    + " seen.",
                "Let it scroll along with the page, or keep its height free with scroll-padding."),
            on(
                "skip-link",
                Rule.of("keyboard/skip-link", Category.ACCESSIBILITY, Impact.COSMETIC, 0.85)
                    .wcag("2.4.1"),
                "No link skips the {stops} controls before the content",
                "People who work with the keyboard press Tab {stops} times on each page before"
                    + " they reach what they came for.",
                "Make “Skip to content” the first link, shown when it has the focus.")));
    this.looked = looked;
  }

  /** Pages of one template behave alike, so each template is walked once in a run. */
  @Override
  List<Hit> hits(AuditSubject subject) {
    if (!walked.add(subject.view().template())) {
      return List.of();
    }
    var page = subject.page();
    // Browsers show the focus only to people who use the keyboard; this press makes us one.
    page.keyboard().press("Tab");
    int seen = 0;
    var hits = new ArrayList<Hit>();
    for (var hit : script.run(page)) {
      boolean doubted = hit.rule().equals("focus-visible");
      if (!doubted || (seen++ < LOOKED_AT && !changes(subject, hit))) {
        hits.add(hit);
      }
    }
    return hits;
  }

  /** The same control looks the same on the next page. */
  private boolean changes(AuditSubject subject, Hit hit) {
    var look =
        new Look(
            String.valueOf(hit.selector()),
            String.valueOf(hit.html()),
            hit.label(),
            subject.persona().darkMode());
    var known = looked.get(look);
    if (known == null) {
      known = Sight.changes(subject.page(), hit); // Two at once look both: that does no harm.
      looked.put(look, known);
    }
    return known;
  }

  /** Whether anything at or around an element changes when it takes the focus. */
  private static final class Sight {
    private static final int SURROUNDINGS = 40;
    private static final int LOOKS = 3;
    private static final String FOCUS =
        "([selector, on]) => { const el = document.querySelector(selector); if (!el) return;"
            + " on ? el.focus({ preventScroll: true }) : el.blur(); }";

    static boolean changes(Page page, Hit hit) {
      var box = hit.box();
      if (hit.selector() == null || box == null || box.isEmpty()) {
        return false;
      }
      var area = around(box);
      for (int i = 0; i < LOOKS; i++) {
        var before = look(page, hit.selector(), area, false);
        var with = look(page, hit.selector(), area, true);
        page.evaluate(FOCUS, List.of(hit.selector(), false));
        if (Arrays.equals(before, with)) {
          return false;
        }
        if (Arrays.equals(before, Pixels.png(page, area))) {
          return true;
        } // Something else moved, so that says nothing.
      }
      return true;
    }

    private static byte[] look(Page page, String selector, Box area, boolean focused) {
      page.evaluate(FOCUS, List.of(selector, focused));
      return Pixels.png(page, area);
    }

    private static Box around(Box box) {
      double left = Math.max(0, box.x() - SURROUNDINGS);
      double top = Math.max(0, box.y() - SURROUNDINGS);
      return new Box(
          left,
          top,
          box.x() + box.width() + SURROUNDINGS - left,
          box.y() + box.height() + SURROUNDINGS - top);
    }
  }
}
