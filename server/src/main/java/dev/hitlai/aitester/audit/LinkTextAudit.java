package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** Links that say where they lead. */
final class LinkTextAudit extends ProbeAudit {

  LinkTextAudit(Probes probes) {
    super(
        "link-text",
        Agent.CONTENT_AUDITOR,
        probes,
        List.of(
            on(
                "vague",
                Rule.of("link-text", Category.CONTENT, Impact.MINOR, 0.85).wcag("2.4.4", "2.4.9"),
                "Link {element} doesn't say where it leads",
                "People who scan, or listen to the list of links, get no idea of what is behind"
                    + " it.",
                "Name the target in the link, e.g. the words of the heading “{heading}”."),
            on(
                "in-context",
                Rule.of("link-text/in-context", Category.CONTENT, Impact.COSMETIC, 0.85)
                    .wcag("2.4.9"),
                "Link {element} needs the words around it to be understood",
                "People who scan, or listen to the list of links, get no idea of what is behind"
                    + " it.",
                "Make the words that name the target part of the link."),
            on(
                "address",
                Rule.of("link-text/address", Category.CONTENT, Impact.COSMETIC, 0.85).wcag("2.4.4"),
                "A raw address serves as link text: {element}",
                "A screen reader spells it character by character.",
                "Use the title of the page that it leads to.")));
  }
}
