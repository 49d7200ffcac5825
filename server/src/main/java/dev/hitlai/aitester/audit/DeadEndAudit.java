package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** Lists that find, sort and page as they claim. */
final class DeadEndAudit extends ProbeAudit {

  DeadEndAudit(Probes probes) {
    super(
        "dead-end",
        Agent.CONTENT_AUDITOR,
        probes,
        List.of(
            on(
                "nothing",
                Rule.of("dead-end", Category.CONTENT, Impact.MINOR, 0.85),
                "A dead end: {element}",
                "Nothing was found and nothing is offered instead, so people leave.",
                "Say what was searched for, propose a correction, and link the categories."),
            on(
                "sort",
                Rule.of("sort", Category.FUNCTIONAL, Impact.MAJOR, 0.8),
                "The list isn't sorted by {element}",
                "{before} stands before {after}; who trusts the order misses what they look for.",
                "Sort by the number, not by its text, and before the list is cut into pages."),
            on(
                "state-lost",
                Rule.of("state-lost", Category.NAVIGATION, Impact.MINOR, 0.85),
                "Link {element} forgets what was chosen ({lost})",
                "On the next page the list is in another order or unfiltered.",
                "Carry all parameters of the address over into the links to other pages.")));
  }
}
