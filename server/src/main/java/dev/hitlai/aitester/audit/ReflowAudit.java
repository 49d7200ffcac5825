package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** The page at a width of 320 px, which is what 400 % zoom leaves of 1280 px (WCAG 1.4.10). */
final class ReflowAudit extends PageAudit {
  private final Narrowed narrowed;

  ReflowAudit(Narrowed narrowed) {
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
    this.narrowed = narrowed;
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    return narrowed.of(subject).wide();
  }
}
