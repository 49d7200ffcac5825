package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.audit.Spelling.Mistake;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Words of an English text that are surely misspelt. */
final class SpellingAudit extends ProbeAudit {

  SpellingAudit(Probes probes) {
    super(
        "spelling",
        Agent.CONTENT_AUDITOR,
        probes,
        List.of(
            on(
                "",
                Rule.of("spelling", Category.CONTENT, Impact.COSMETIC, 0.8),
                "Misspelt: {words}",
                "Slow readers, people with another mother tongue and translation programs stumble;"
                    + " everybody trusts the site less.",
                "Probably meant: {meant}.")));
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    var counts = new HashMap<String, Integer>();
    var passages = super.hits(subject);
    passages.forEach(
        hit ->
            Spelling.words(hit.word("text")).forEach(word -> counts.merge(word, 1, Integer::sum)));
    var hits = new ArrayList<Hit>();
    var known = new HashSet<String>();
    for (var passage : passages) {
      var mistakes = mistakes(passage, counts, known);
      if (!mistakes.isEmpty()) {
        hits.add(hit(passage, mistakes));
      }
    }
    return hits;
  }

  /** What stands on the page again and again is a name or a term of the trade. */
  private static List<Mistake> mistakes(
      Hit passage, Map<String, Integer> counts, Set<String> known) {
    var text = passage.word("text");
    var mistakes =
        Spelling.mistakes(text).stream()
            .filter(mistake -> counts.getOrDefault(mistake.word(), 0) <= 2)
            .filter(mistake -> !known.contains(mistake.word()))
            .toList();
    boolean several = mistakes.size() >= 2 && mistakes.size() * 3 < Spelling.words(text).size();
    var sure = several ? mistakes : mistakes.stream().filter(Mistake::sure).toList();
    sure.forEach(mistake -> known.add(mistake.word()));
    return sure;
  }

  private static Hit hit(Hit passage, List<Mistake> mistakes) {
    var words = mistakes.stream().map(Mistake::word).distinct().collect(Collectors.joining(", "));
    var meant = mistakes.stream().map(Mistake::meant).distinct().collect(Collectors.joining(", "));
    return new Hit(
        "",
        passage.selector(),
        passage.signature(),
        words,
        passage.label(),
        passage.html(),
        passage.box(),
        Map.of("words", words, "meant", meant));
  }
}
