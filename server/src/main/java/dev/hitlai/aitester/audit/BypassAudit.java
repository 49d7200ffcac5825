package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** A way past what stands in front of the content on each page. */
final class BypassAudit extends ProbeAudit {

  BypassAudit(Probes probes) {
    super(
        "bypass",
        Agent.ACCESSIBILITY_AUDITOR,
        probes,
        List.of(
            on(
                "",
                Rule.of("bypass", Category.ACCESSIBILITY, Impact.MINOR, 0.85).wcag("2.4.1"),
                "Nothing leads past {element} to the content",
                "There is no link to skip it, no main landmark and no heading at the start of the"
                    + " content: on each page people listen to it, or tab through it, again.",
                "Wrap the content in <main>, begin it with a heading, and make “Skip to content”"
                    + " the first link.")));
  }
}
