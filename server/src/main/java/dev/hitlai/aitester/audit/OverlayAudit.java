package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** Boxes that float over content and can't be got out of the way. */
final class OverlayAudit extends ProbeAudit {

  OverlayAudit(Probes probes) {
    super(
        "overlay",
        Agent.VISUAL_AUDITOR,
        probes,
        List.of(
            on(
                "",
                Rule.of("overlay", Category.VISUAL, Impact.MINOR, 0.75),
                "{element} lies over the page and can't be closed",
                "It covers “{covered}” even at the end of the page, {share} % of the screen.",
                "Add a close button, or leave room below the content.")));
  }
}
