package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** Text that is cut off or lies on other text. */
final class TruncationAudit extends ProbeAudit {

  TruncationAudit(Probes probes) {
    super(
        "truncation",
        Agent.VISUAL_AUDITOR,
        probes,
        List.of(
            on(
                "cut",
                Rule.of("truncation", Category.VISUAL, Impact.MINOR, 0.8),
                "Text {element} is cut off",
                "{hidden} px are hidden at the {direction} and there is no way to see them.",
                "Let the box grow with its text, or let it wrap."),
            on(
                "overlap",
                Rule.of("overlap", Category.VISUAL, Impact.MAJOR, 0.8).wcag("1.4.4"),
                "Text {element} lies over other text",
                "It covers “{other}”, so that neither can be read well.",
                "Take the fixed height or the absolute position away so that both have their"
                    + " place.")));
  }
}
