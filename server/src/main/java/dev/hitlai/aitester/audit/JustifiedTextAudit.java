package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** Text set in a way that leaves rivers or ragged starts. */
final class JustifiedTextAudit extends ProbeAudit {

  JustifiedTextAudit(Probes probes) {
    super(
        "justified-text",
        Agent.VISUAL_AUDITOR,
        probes,
        List.of(
            on(
                "",
                Rule.of("justified-text", Category.VISUAL, Impact.COSMETIC, 0.9).wcag("1.4.8"),
                "Justified text in {element}",
                "Uneven gaps between the words make lines hard to follow, above all with dyslexia.",
                "Use text-align: start (or hyphens: auto with a declared language)."),
            on(
                "centred",
                Rule.of("justified-text/centred", Category.VISUAL, Impact.COSMETIC, 0.85),
                "A long text is centred: {element}",
                "Each line starts elsewhere, so the eye has to search for it.",
                "Use text-align: start for more than three lines.")));
  }
}
