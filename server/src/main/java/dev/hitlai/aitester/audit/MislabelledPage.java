package dev.hitlai.aitester.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page that claims the language of a few passages while everything else on it is in another: the
 * claim is wrong, and the passages are foreign to the rest.
 */
final class MislabelledPage {
  private static final int EVIDENCE = 8;

  private MislabelledPage() {}

  /** The findings about such a page, from what the language probe reported; else none. */
  static List<Hit> of(List<Hit> probed) {
    var page = probed.stream().filter(hit -> hit.rule().equals("page")).findFirst();
    if (page.isEmpty() || whole(page.get()).isPresent()) {
      return List.of(); // No claim, or one that is wrong for all of the page.
    }
    var claimed = page.get().word("declared");
    var own =
        probed.stream()
            .filter(hit -> hit.rule().equals("unmarked"))
            .filter(hit -> Languages.isSurely(claimed, hit.word("text"), 5))
            .toList();
    if (own.isEmpty()) {
      return List.of();
    }
    var rest = page.get().word("text");
    int taken = 0;
    for (var passage : own) {
      var text = passage.word("text");
      rest = rest.replace(text, " ");
      taken += text.length();
    }
    // One long foreign passage is a passage; a page speaks in many places.
    int longest =
        probed.stream()
            .filter(hit -> hit.rule().equals("unmarked") && !own.contains(hit))
            .mapToInt(hit -> hit.word("text").length())
            .max()
            .orElse(0);
    var spoken =
        rest.length() > taken && longest * 2 < rest.length()
            ? Languages.insteadOf(claimed, rest, EVIDENCE)
            : Optional.<String>empty();
    return spoken.map(language -> told(page.get(), own, claimed, language)).orElse(List.of());
  }

  private static Optional<String> whole(Hit page) {
    return Languages.insteadOf(page.word("declared"), page.word("text"), 4);
  }

  private static List<Hit> told(Hit page, List<Hit> passages, String claimed, String spoken) {
    var hits = new ArrayList<Hit>();
    hits.add(LanguageAudit.told(page, "page", claimed, spoken));
    passages.forEach(passage -> hits.add(LanguageAudit.told(passage, "mixed", spoken, claimed)));
    return hits;
  }
}
