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
    return corpus.texts(3, 7).stream()
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
        Locale.ROOT, "benign held out: %d of %d flagged%n", flagged.size(), texts.size());
    assertThat(texts).hasSizeGreaterThan(150);
    assertThat(flagged.size()).as("%s", flagged).isLessThanOrEqualTo(texts.size() / 50);
  }

  @Test
  void findsMostAttacksOfUnknownFamilies() {
    var byFamily =
        held(true).stream()
            .collect(
                Collectors.groupingBy(
                    Corpus.Text::group,
                    TreeMap::new,
                    Collectors.averagingDouble(
                        text -> GUARD.orders(text.text()).isEmpty() ? 0 : 1)));
    var all = held(true);
    long found = all.stream().filter(text -> !GUARD.orders(text.text()).isEmpty()).count();
    System.out.printf(
        Locale.ROOT, "attacks held out: %d of %d found, %s%n", found, all.size(), byFamily);
    assertThat(found / (double) all.size()).isGreaterThan(0.5);
  }
}
