package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** Sentences in capitals. */
final class AllCapsAudit extends ProbeAudit {

  AllCapsAudit(Probes probes) {
    super(
        "all-caps",
        Agent.VISUAL_AUDITOR,
        probes,
        List.of(
            on(
                "",
                Rule.of("all-caps", Category.VISUAL, Impact.COSMETIC, 0.85),
                "{words} words in capitals: {element}",
                "Capitals take words their shape, so that they are read about a tenth slower, and"
                    + " some screen readers spell them.",
                "Write it in sentence case; use weight or size for emphasis.")));
  }
}
