package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** Text laid over pictures without a ground of its own. */
final class TextOverImageAudit extends ProbeAudit {

  TextOverImageAudit(Probes probes) {
    super(
        "text-over-image",
        Agent.VISUAL_AUDITOR,
        probes,
        List.of(
            on(
                "",
                Rule.of("text-over-image", Category.VISUAL, Impact.MAJOR, 0.75).wcag("1.4.3"),
                "Text {element} lies on a picture without a ground",
                "How well it can be read depends on what the picture shows behind each letter; with"
                    + " low vision it is lost.",
                "Put a veil behind the text, e.g. a half-transparent dark layer or a text shadow,"
                    + " so that 4.5:1 holds over the brightest spot.")));
  }
}
