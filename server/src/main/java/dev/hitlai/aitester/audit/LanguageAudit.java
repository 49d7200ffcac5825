package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Texts that are in the language that the markup claims. */
final class LanguageAudit extends ProbeAudit {
  private static final Map<String, Integer> EVIDENCE = Map.of("page", 4, "part", 2, "unmarked", 7);

  LanguageAudit(Probes probes) {
    super(
        "language",
        Agent.ACCESSIBILITY_AUDITOR,
        probes,
        List.of(
            on(
                "page",
                Rule.of("language/page", Category.ACCESSIBILITY, Impact.MAJOR, 0.85).wcag("3.1.1"),
                "The page says it is in {claimed} but is written in {spoken}",
                "A screen reader pronounces it by the rules of the wrong language, and the browser"
                    + " offers to translate it from one that it isn't in.",
                "Set lang=\"{tag}\" on the html element."),
            on(
                "part",
                Rule.of("language/part", Category.ACCESSIBILITY, Impact.MINOR, 0.8).wcag("3.1.2"),
                "{element} is marked as {claimed} but is written in {spoken}",
                "A screen reader pronounces it by the rules of the wrong language.",
                "Set lang=\"{tag}\" on it."),
            on(
                "unmarked",
                Rule.of("language/unmarked", Category.ACCESSIBILITY, Impact.MINOR, 0.8)
                    .wcag("3.1.2"),
                "A passage in {spoken} isn't marked as such: {element}",
                "A screen reader pronounces it by the rules of {claimed}, which nobody"
                    + " understands.",
                "Set lang=\"{tag}\" on it."),
            on(
                "mixed",
                Rule.of("language/mixed", Category.CONTENT, Impact.MINOR, 0.75).wcag("3.1.2"),
                "A passage in {spoken} on a page that is written in {claimed}: {element}",
                "Who reads the one language may not understand the other.",
                "Translate it, or mark it with lang=\"{tag}\" if it is meant to be.")));
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    var probed = super.hits(subject);
    var turned = MislabelledPage.of(probed);
    if (!turned.isEmpty()) {
      return turned;
    }
    var found = probed.stream().map(LanguageAudit::judged).flatMap(Optional::stream).toList();
    // Where the page as a whole is mislabelled, its passages are the same defect.
    return found.stream().anyMatch(hit -> hit.rule().equals("page"))
        ? found.stream().filter(hit -> !hit.rule().equals("unmarked")).toList()
        : found;
  }

  private static Optional<Hit> judged(Hit hit) {
    var declared = hit.word("declared");
    int evidence = EVIDENCE.getOrDefault(hit.rule(), 5);
    return Languages.insteadOf(declared, hit.word("text"), evidence)
        .map(spoken -> told(hit, hit.rule(), declared, spoken));
  }

  static Hit told(Hit hit, String rule, String claimed, String spoken) {
    return new Hit(
        rule,
        hit.selector(),
        hit.signature(),
        hit.identity(),
        hit.label(),
        hit.html(),
        hit.box(),
        Map.of("claimed", name(claimed), "spoken", name(spoken), "tag", spoken));
  }

  private static String name(String tag) {
    return Locale.of(tag).getDisplayLanguage(Locale.ENGLISH);
  }
}
