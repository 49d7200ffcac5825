package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** Contrast for eyes that need more than the standard's minimum. */
final class PersonaContrastAudit extends ProbeAudit {

  PersonaContrastAudit(Probes probes) {
    super(
        "persona-contrast",
        Agent.VISUAL_AUDITOR,
        probes,
        List.of(
            on(
                "",
                Rule.of("persona-contrast", Category.VISUAL, Impact.MINOR, 0.65).wcag("1.4.6"),
                "Text {element} is faint for old eyes ({contrast}:1)",
                "It passes the minimum, but {foreground} on {background} is hard to read for people"
                    + " whose eyes have lost contrast sensitivity; they need about {needed}:1.",
                "Darken the text until it has {needed}:1 on {background}.")));
  }
}
