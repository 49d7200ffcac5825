package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** Text large enough to read. */
final class TextSizeAudit extends ProbeAudit {

  TextSizeAudit(Probes probes) {
    super(
        "text-size",
        Agent.VISUAL_AUDITOR,
        probes,
        List.of(
            on(
                "small",
                Rule.of("text-size", Category.VISUAL, Impact.MINOR, 0.85),
                "Text {element} is only {size} px high",
                "Below 12 px people over 45 lean forward or skip it.",
                "Use at least 14 px, better 16 px, in rem so that it follows the browser's"
                    + " setting.")));
  }
}
