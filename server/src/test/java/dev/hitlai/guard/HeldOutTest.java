package dev.hitlai.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.guard.internal.Classifier;
import dev.hitlai.guard.internal.learn.Corpus;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The guard on families of attacks and topics of harmless texts that it never learned from. */
class HeldOutTest {
  private static final Guard GUARD = Guard.standard();
  private final Corpus corpus = new Corpus();

  private List<Corpus.Text> held(boolean attacks) {
    return corpus.texts(Integer.getInteger("hitlai.heldout.each", 1), 7).stream()
        .filter(Corpus.Text::held)
        .filter(text -> !text.kind().equals("benign") == attacks)
        .toList();
  }

  @Test
  void usesWeightsOfTheCorpusThatShips() {
    assertThat(Classifier.shipped().weights().corpus()).isEqualTo(corpus.hash());
  }

  @Test
  void flagsAtMostTwoPercentOfHarmlessTextsOfUnknownTopics() {
    var texts = held(false);
    var flagged = texts.stream().filter(text -> !GUARD.orders(text.text()).isEmpty()).toList();
    System.out.printf(
        Locale.ROOT,
        "benign held out: %d of %d flagged: %s%n",
        flagged.size(),
        texts.size(),
        flagged);
    assertThat(texts).hasSizeGreaterThan(70);
    assertThat(flagged.size()).as("%s", flagged).isLessThanOrEqualTo((texts.size() + 49) / 50);
  }

  /** Patterns were written for these later, so they say nothing about the unknown. */
  private static final java.util.Set<String> KNOWN_BY_PATTERNS =
      java.util.Set.of("turns", "config", "tools", "otherlanguages");

  @Test
  void findsSomeAttacksOfUnknownFamiliesAndMostOfThoseThatPatternsKnow() {
    var found =
        held(true).stream()
            .collect(
                Collectors.groupingBy(
                    Corpus.Text::group,
                    TreeMap::new,
                    Collectors.mapping(
                        text -> GUARD.orders(text.text()).isEmpty() ? 0 : 1, Collectors.toList())));
    System.out.println("attacks held out: " + found);
    assertThat(share(found, false)).as("unknown families").isGreaterThan(0.15);
    assertThat(share(found, true)).as("known by patterns").isGreaterThan(0.6);
  }

  private static double share(TreeMap<String, List<Integer>> found, boolean known) {
    return found.entrySet().stream()
        .filter(family -> KNOWN_BY_PATTERNS.contains(family.getKey()) == known)
        .flatMap(family -> family.getValue().stream())
        .mapToInt(Integer::intValue)
        .average()
        .orElseThrow();
  }
}
