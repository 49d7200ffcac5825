package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the keyboard meets: whether the focus can be seen, and whether the menu can be skipped. */
final class KeyboardAudit extends PageAudit {
  private final PageScript script = new PageScript("keyboard");
  private final Set<String> walked = new HashSet<>();

  KeyboardAudit() {
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
                "skip-link",
                Rule.of("keyboard/skip-link", Category.ACCESSIBILITY, Impact.COSMETIC, 0.85)
                    .wcag("2.4.1"),
                "No link skips the {stops} controls before the content",
                "People who work with the keyboard press Tab {stops} times on each page before"
                    + " they reach what they came for.",
                "Make “Skip to content” the first link, shown when it has the focus.")));
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
    return script.run(page);
  }
}
