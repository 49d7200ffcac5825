package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** Targets large enough to hit, at the size the persona needs. */
final class TargetSizeAudit extends ProbeAudit {

  TargetSizeAudit(Probes probes) {
    super(
        "target-size",
        Agent.VISUAL_AUDITOR,
        probes,
        List.of(
            on(
                "minimum",
                Rule.of("target-size", Category.ACCESSIBILITY, Impact.MAJOR, 0.9).wcag("2.5.8"),
                "Target {element} is only {width} × {height} px",
                "People with unsteady hands or on a phone miss it and hit “{neighbour}”, which is"
                    + " less than 24 px away.",
                "Make it at least 24 × 24 px (44 × 44 px is comfortable) with padding, or keep 24"
                    + " px of distance around its centre."),
            on(
                "touch",
                Rule.of("target-size/touch", Category.ACCESSIBILITY, Impact.MINOR, 0.7)
                    .wcag("2.5.5"),
                "Target {element} is {width} × {height} px, small for a thumb",
                "A thumb covers about 44 px; smaller targets are missed while walking or on a"
                    + " shaking train.",
                "Make it {needed} × {needed} px on touch screens: min-height: {needed}px and"
                    + " padding.")));
  }
}
