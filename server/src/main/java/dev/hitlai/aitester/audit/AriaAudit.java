package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** Roles and states where axe-core asks a person although they can be decided. */
final class AriaAudit extends ProbeAudit {

  AriaAudit(Probes probes) {
    super(
        "aria",
        Agent.ACCESSIBILITY_AUDITOR,
        probes,
        List.of(
            on(
                "value",
                Rule.of("aria/value", Category.ACCESSIBILITY, Impact.MINOR, 0.9).wcag("4.1.2"),
                "{attribute}=\"{value}\" names several elements where one belongs",
                "Browsers look for one id with a blank in it and find nothing.",
                "Name one element; put several messages into one."),
            on(
                "name",
                Rule.of("aria/name", Category.ACCESSIBILITY, Impact.MAJOR, 0.9)
                    .wcag("4.1.2", "2.4.4"),
                "A {role} has no name",
                "People who listen to a screen reader hear just “{role}”.",
                "Put text into it, or aria-label=\"…\" with what it does.")));
  }
}
