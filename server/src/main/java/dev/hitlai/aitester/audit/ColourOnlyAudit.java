package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** Meaning that only a colour carries. */
final class ColourOnlyAudit extends ProbeAudit {

  ColourOnlyAudit(Probes probes) {
    super(
        "colour-only",
        Agent.VISUAL_AUDITOR,
        probes,
        List.of(
            on(
                "link",
                Rule.of("colour-only", Category.ACCESSIBILITY, Impact.MINOR, 0.85).wcag("1.4.1"),
                "Link {element} differs from its text by colour alone",
                "About one man in twelve doesn't tell some colours apart and sees no link.",
                "Underline links within text."),
            on(
                "state",
                Rule.of("colour-only/state", Category.ACCESSIBILITY, Impact.MAJOR, 0.75)
                    .wcag("1.4.1"),
                "Only a colour tells the state at {element}",
                "Who doesn't tell {colours} apart, or listens, doesn't learn the state.",
                "Write the state next to the dot."),
            on(
                "required",
                Rule.of("colour-only/required", Category.FORMS, Impact.MINOR, 0.8).wcag("1.4.1"),
                "Only the colour of its label says that {element} is required",
                "Who doesn't see red sends the form without it.",
                "Write “(required)” into the label."),
            on(
                "error",
                Rule.of("colour-only/error", Category.ACCESSIBILITY, Impact.MAJOR, 0.85)
                    .wcag("1.4.1", "3.3.1"),
                "Only a red frame says that {element} is wrong",
                "Who doesn't see red, or listens, isn't told of the error.",
                "Put the error into words below the field, tied by aria-describedby.")));
  }
}
