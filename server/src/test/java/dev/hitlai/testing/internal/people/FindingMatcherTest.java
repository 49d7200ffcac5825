package dev.hitlai.testing.internal.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.mind.scent.Embeddings;
import dev.hitlai.testing.internal.people.FindingMatcher.Described;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pairs as an AI and people tell them, with the real embeddings. */
class FindingMatcherTest {
  private static final String CART = "https://shop.example/cart";
  private static final FindingMatcher MATCHER = new FindingMatcher(Embeddings.shared()::cosine);

  /** What the AI says of a page, and how people say the same in other words. */
  private static final Map<String, String> SAME =
      Map.of(
          "The text \"Returns\" is hard to read on its background",
          "Light grey letters in the footer, I could hardly make out the word Returns",
          "The button \"Pay now\" does nothing when it is clicked",
          "I pressed Pay now and nothing happened",
          "The field \"Phone\" has no label",
          "Nobody says what to type into the phone box",
          "The picture of the product has no text alternative",
          "A screen reader says nothing about the product photo",
          "The page took 9 seconds to show its content",
          "I waited nine seconds until the page showed anything");

  @Test
  void findsTheSameProblemInOtherWords() {
    SAME.forEach(
        (ai, person) ->
            assertThat(
                    MATCHER.match(
                        List.of(described(person, CART, "")), List.of(described(ai, CART, ""))))
                .as(person)
                .containsEntry(0, 0));
  }

  @Test
  void tellsDifferentProblemsOfOnePageApart() {
    var ai = List.copyOf(SAME.keySet());
    for (String one : ai) {
      for (Map.Entry<String, String> pair : SAME.entrySet()) {
        if (!pair.getKey().equals(one)) {
          assertThat(
                  MATCHER.match(
                      List.of(described(pair.getValue(), CART, "")),
                      List.of(described(one, CART, ""))))
              .as(pair.getValue() + " / " + one)
              .isEmpty();
        }
      }
    }
  }

  @Test
  void keepsPagesApart() {
    SAME.forEach(
        (ai, person) ->
            assertThat(
                    MATCHER.match(
                        List.of(described(person, "https://shop.example/help", "")),
                        List.of(described(ai, CART, ""))))
                .isEmpty());
  }

  @Test
  void looksAtMeaningLessStrictlyOnTheSameElement() {
    var person = described("Can't read that link", CART + "/?from=mail#end", "footer  >  a");
    var ai =
        described("The text \"Returns\" is hard to read on its background", CART, "footer > a");
    assertThat(MATCHER.match(List.of(person), List.of(ai))).containsEntry(0, 0);
  }

  @Test
  void givesEachFindingAwayOnce() {
    var ai = described("The button \"Pay now\" does nothing when it is clicked", CART, "");
    var close = described("The button Pay now does nothing", CART, "");
    var further = described("I pressed Pay now and nothing happened", CART, "");
    assertThat(MATCHER.match(List.of(further, close), List.of(ai))).isEqualTo(Map.of(1, 0));
  }

  private static Described described(String title, String url, String selector) {
    return Described.of(title, "", List.of(url), List.of(selector));
  }
}
