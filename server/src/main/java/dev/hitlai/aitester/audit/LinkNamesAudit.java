package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** One name for one target. */
final class LinkNamesAudit extends ProbeAudit {

  LinkNamesAudit(Probes probes) {
    super(
        "link-names",
        Agent.CONTENT_AUDITOR,
        probes,
        List.of(
            on(
                "same-name",
                Rule.of("link-names", Category.NAVIGATION, Impact.MINOR, 0.7)
                    .wcag("2.4.4", "3.2.4"),
                "{targets} links called {element} lead to different pages",
                "“{first}” and “{second}” can't be told apart by their names.",
                "Give each link the name of its target, or make them lead to the same page.")));
  }
}
