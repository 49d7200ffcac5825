package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;
import java.util.stream.Stream;

/**
 * Texts that are cut off when people enlarge the page to 200 % (which leaves half the width) or
 * spread their letters and lines. What is cut off anyway is judged elsewhere.
 */
final class ResizeAudit extends PageAudit {
  private final Narrowed narrowed;

  ResizeAudit(Narrowed narrowed) {
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
    this.narrowed = narrowed;
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    var looks = narrowed.of(subject);
    return Stream.concat(looks.spaced().stream(), looks.halved().stream()).toList();
  }
}
