package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.HashMap;
import java.util.List;

/** Texts that most people understand, and no filler or template leftovers. */
final class ReadabilityAudit extends ProbeAudit {

  ReadabilityAudit(Probes probes) {
    super(
        "readability",
        Agent.CONTENT_AUDITOR,
        probes,
        List.of(
            on(
                "",
                Rule.of("readability", Category.CONTENT, Impact.MINOR, 0.75).wcag("3.1.5"),
                "Text is hard to understand: {element}",
                "Long sentences and long words (LIX {lix}; 60 is a scientific paper) lose people in"
                    + " a hurry, with little schooling or another mother tongue.",
                "One thought a sentence, at most 20 words; everyday words; lists for conditions."),
            on(
                "filler",
                Rule.of("readability/filler", Category.CONTENT, Impact.COSMETIC, 0.95),
                "Filler text was left in: {element}",
                "People take the site for unfinished and don't trust it.",
                "Write the real text or take the part out."),
            on(
                "raw",
                Rule.of("readability/raw", Category.CONTENT, Impact.MAJOR, 0.85),
                "A template or program error shows in the text: {element}",
                "People read code instead of the word that belongs there.",
                "Fill the placeholder and test the page with empty values.")));
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    return super.hits(subject).stream()
        .map(hit -> hit.rule().isEmpty() ? measured(hit) : hit)
        .filter(hit -> !hit.rule().isEmpty() || Boolean.TRUE.equals(hit.measured().get("hard")))
        .toList();
  }

  private static Hit measured(Hit hit) {
    var readability = Readability.of(hit.word("text"), hit.word("language"));
    var measured = new HashMap<String, Object>();
    measured.put("hard", readability.hard());
    measured.put("lix", (double) Math.round(readability.lix()));
    measured.put("words", readability.words());
    measured.put("sentences", readability.sentences());
    return new Hit(
        "",
        hit.selector(),
        hit.signature(),
        hit.label(),
        hit.label(),
        hit.html(),
        hit.box(),
        measured);
  }
}
