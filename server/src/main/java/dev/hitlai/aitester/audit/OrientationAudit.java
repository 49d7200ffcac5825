package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** Content that doesn't follow when the device is turned. */
final class OrientationAudit extends ProbeAudit {

  OrientationAudit(Probes probes) {
    super(
        "orientation",
        Agent.VISUAL_AUDITOR,
        probes,
        List.of(
            on(
                "",
                Rule.of("orientation", Category.ACCESSIBILITY, Impact.MAJOR, 0.9).wcag("1.3.4"),
                "The page is locked to one orientation",
                "In {orientation} a style sheet turns the content by {degrees}°: whoever has the"
                    + " device fixed to a wheelchair reads it sideways.",
                "Remove the rotation from the orientation media query and lay the page out for"
                    + " both.")));
  }
}
