package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** Lines short and open enough to follow. */
final class LineLengthAudit extends ProbeAudit {

  LineLengthAudit(Probes probes) {
    super(
        "line-length",
        Agent.VISUAL_AUDITOR,
        probes,
        List.of(
            on(
                "long",
                Rule.of("line-length", Category.VISUAL, Impact.MINOR, 0.85).wcag("1.4.8"),
                "Lines of {characters} characters are hard to follow in {element}",
                "The eye loses the beginning of the next line; slow readers read lines twice.",
                "Limit the text's width: max-width: 70ch."),
            on(
                "tight",
                Rule.of("line-height", Category.VISUAL, Impact.MINOR, 0.85).wcag("1.4.12"),
                "Lines stand too close in {element} (line height {height})",
                "Lines run into each other for people with low vision or dyslexia.",
                "Set line-height: 1.5 for running text.")));
  }
}
