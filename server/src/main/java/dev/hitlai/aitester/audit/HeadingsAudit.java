package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** Headings that are headings. */
final class HeadingsAudit extends ProbeAudit {

  HeadingsAudit(Probes probes) {
    super(
        "headings",
        Agent.ACCESSIBILITY_AUDITOR,
        probes,
        List.of(
            on(
                "",
                Rule.of("headings", Category.ACCESSIBILITY, Impact.MINOR, 0.75)
                    .wcag("1.3.1", "2.4.6"),
                "{element} looks like a heading but isn't one",
                "People who listen to a screen reader jump from heading to heading and pass it by.",
                "Use h2 to h6 for it."),
            on(
                "placeholder",
                Rule.of("headings/placeholder", Category.CONTENT, Impact.MINOR, 0.85).wcag("2.4.6"),
                "Heading {element} doesn't tell what it heads",
                "People who scan, or jump from heading to heading, land on words that were left"
                    + " over from a template or a program.",
                "Name the topic of what follows."),
            on(
                "many",
                Rule.of("headings/many", Category.ACCESSIBILITY, Impact.COSMETIC, 0.75)
                    .wcag("1.3.1"),
                "The page has {count} main headings",
                "“{first}” and {element} both claim to be the page's title.",
                "Keep one h1 and make the others h2.")));
  }
}
