package dev.hitlai.aitester.gate;

import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.gate.GateVerdict.Action;
import dev.hitlai.aitester.mind.scent.Embeddings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Whether work stands behind a finding: a run that acted, a cause, an effect and a cure in words of
 * its own, not a phrase that fits every page, not the same thing said twice.
 */
final class Laziness {
  /** From here on two texts say the same; cosine of sentence embeddings. */
  private static final double NEAR_COPY = 0.95;

  /** Texts with fewer words in common are not embedded: they can't be near copies. */
  private static final double WORTH_A_LOOK = 0.7;

  private final RunIndex run;
  private final Map<String, List<Finding>> byPlace = new HashMap<>();

  Laziness(RunIndex run, List<Finding> all) {
    this.run = run;
    all.forEach(one -> byPlace.computeIfAbsent(place(one), _ -> new ArrayList<>()).add(one));
  }

  private static String place(Finding finding) {
    return finding.url() + " " + finding.selector();
  }

  GateVerdict judge(Finding finding) {
    var checks = new ArrayList<Check>();
    checks.add(acted());
    phrase("description", finding.description(), checks);
    phrase("recommendation", finding.recommendation(), checks);
    checks.add(
        sameWords(finding.description(), finding.title())
            ? Check.fails("effect", "The description only repeats the title.")
            : Check.holds("effect", "The description says more than the title."));
    checks.add(
        sameWords(finding.recommendation(), finding.description())
            ? Check.fails("cure", "The recommendation only repeats the description.")
            : Check.holds("cure", "The recommendation says more than the description."));
    checks.add(copy(finding));
    return Specificity.verdict(Gate.LAZINESS, checks, Action.FLAGGED);
  }

  private Check acted() {
    int pages = run.evidence().pages().size();
    int steps = run.evidence().steps().size();
    return pages + steps > 0
        ? Check.holds("run", "The run took " + steps + " steps and kept " + pages + " page states.")
        : Check.fails("run", "The run looked at no page and took no step.");
  }

  private static void phrase(String what, String text, List<Check> checks) {
    checks.add(
        Phrases.empty(text)
            ? Check.fails(what, "The " + what + " fits any page: it says nothing of this one.")
            : Check.holds(what, "The " + what + " is about this page."));
  }

  private Check copy(Finding finding) {
    for (var other : byPlace.getOrDefault(place(finding), List.of())) {
      if (other != finding
          && !Objects.equals(other.fingerprint(), finding.fingerprint())
          && other.rule().equals(finding.rule())
          && isNearCopy(finding, other)) {
        return Check.fails("copy", "It says the same as “" + other.title() + "”.");
      }
    }
    return Check.holds("copy", "No other finding of the run says the same of this place.");
  }

  private static boolean isNearCopy(Finding one, Finding other) {
    if (!quoted(one).equals(quoted(other))
        || overlap(words(one.title()), words(other.title())) < 0.9) {
      return false; // The same words about another thing.
    }
    return overlap(words(one.description()), words(other.description())) >= WORTH_A_LOOK
        && Embeddings.shared().cosine(one.description(), other.description()) >= NEAR_COPY;
  }

  private static Set<String> quoted(Finding finding) {
    return new HashSet<>(Claims.quotes(finding.title()));
  }

  private static boolean sameWords(String one, String other) {
    return overlap(words(one), words(other)) >= 0.9;
  }

  private static Set<String> words(String text) {
    var words = new HashSet<String>();
    for (var word : text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\d]+")) {
      if (word.length() > 2) {
        words.add(word);
      }
    }
    return words;
  }

  /** Share of the words of both that both have. */
  private static double overlap(Set<String> one, Set<String> other) {
    var common = new HashSet<>(one);
    common.retainAll(other);
    int all = one.size() + other.size() - common.size();
    return all == 0 ? 1 : (double) common.size() / all;
  }
}
