package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** Content that only a hovering mouse brings up. */
final class HoverOnlyAudit extends ProbeAudit {

  HoverOnlyAudit(Probes probes) {
    super(
        "hover-only",
        Agent.VISUAL_AUDITOR,
        probes,
        List.of(
            on(
                "",
                Rule.of("hover-only", Category.ACCESSIBILITY, Impact.MAJOR, 0.8)
                    .wcag("1.4.13", "2.1.1"),
                "{element} shows only while a mouse hovers",
                "With a finger or the keyboard it can't be brought up.",
                "Open it on focus and press too: a button with aria-expanded, and :focus-within"
                    + " next to :hover.")));
  }
}
