package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.mind.Decision.Observation;
import dev.hitlai.aitester.page.Element;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a person tries when nothing on the page promises the goal. */
final class LastResorts {
  private static final Pattern MENU =
      Pattern.compile(
          "(?i)^\\W*(?:(?:open |main |site |show |toggle )*(?:menu|navigation|nav)|more|☰|≡|all"
              + " categories)\\b.{0,15}$|^[☰≡⋮⋯]$");
  private static final Pattern NEXT_PAGE =
      Pattern.compile("(?i)^\\W*(?:next(?: page)?|older|load more|show more|more results)\\W*$");
  private static final Pattern HELP =
      Pattern.compile(
          "(?i)\\b(?:help|faq|support|customer (?:service|care)|questions|site"
              + " ?map|about|information)\\b");
  private static final double FAINT = 0.08;
  private static final double FAINTEST = 0.02;

  private final SearchBox box = new SearchBox();

  boolean isSearching() {
    return box.isTyped();
  }

  Optional<Move> searchOn(Situation now, String words) {
    return box.search(now, words);
  }

  Optional<Move> next(Situation now, Pursuit pursuit, ToDoubleFunction<Element> similarity) {
    return menu(now)
        .or(() -> box.search(now, pursuit.searchWords()))
        .or(() -> called(now, NEXT_PAGE, "there may be more on the next page"))
        .or(() -> guess(now, similarity, FAINT))
        .or(() -> back(now))
        .or(() -> called(now, HELP, "help may know"))
        .or(() -> guess(now, similarity, FAINTEST))
        .or(() -> browse(now, similarity))
        .map(move -> move.noticing(lost(now)));
  }

  /** A closed menu, for people who look behind such buttons; a labelled one for everybody. */
  private static Optional<Move> menu(Situation now) {
    return now.usable().stream()
        .filter(Situation::isPressable)
        .filter(e -> e.link() == null || e.link().href().contains("#"))
        .filter(e -> !Boolean.TRUE.equals(e.state().expanded()))
        .filter(e -> MENU.matcher(now.eyes().words(e)).find() || isClosedInNavigation(e))
        .filter(e -> now.persona().opensHiddenMenus() || !e.look().iconOnly())
        .filter(e -> !now.memory().hasChosen(now.key(), e) && !now.seemsDead(e))
        .findFirst()
        .map(e -> Move.click(e, "the rest may be behind this menu", 0.3));
  }

  private static boolean isClosedInNavigation(Element element) {
    return Boolean.FALSE.equals(element.state().expanded())
        && !PageReading.isContent(element.context().landmark());
  }

  private static Optional<Move> called(Situation now, Pattern words, String reason) {
    return now.called(
            words,
            e -> !now.memory().hasChosen(now.key(), e) && !Caution.forbids(e) && isNew(e, now))
        .map(e -> Move.click(e, reason, 0.2));
  }

  private static boolean isNew(Element element, Situation now) {
    return element.link() == null
        || !now.memory().hasVisited(PageReading.address(element.link().href()));
  }

  private static Optional<Move> guess(
      Situation now, ToDoubleFunction<Element> similarity, double atLeast) {
    return untried(now)
        .filter(e -> similarity.applyAsDouble(e) >= atLeast)
        .max(Comparator.comparingDouble(similarity))
        .map(
            e ->
                Move.click(
                    e, "nothing fits, this is the least unlikely", similarity.applyAsDouble(e)));
  }

  /** The main areas one after the other, the likelier ones first. */
  private static Optional<Move> browse(Situation now, ToDoubleFunction<Element> similarity) {
    return untried(now)
        .filter(e -> e.link() != null && !e.context().landmark().equals("contentinfo"))
        .max(Comparator.comparingDouble(similarity))
        .map(e -> Move.click(e, "it has to be somewhere", similarity.applyAsDouble(e)));
  }

  private static Stream<Element> untried(Situation now) {
    return now.pressable().stream()
        .filter(e -> !now.memory().hasChosen(now.key(), e) && !now.seemsDead(e) && isNew(e, now))
        .filter(e -> !now.memory().hasFailed(e) && now.notices(e));
  }

  private static Optional<Move> back(Situation now) {
    return now.memory()
        .previous()
        .map(
            stop ->
                Move.of(new Action.Back(), "a dead end", 0)
                    .noticing(
                        List.of(
                            new Observation(
                                Observation.Kind.BACKTRACKED, "A dead end", List.of()))));
  }

  private static List<Observation> lost(Situation now) {
    return List.of(
        new Observation(
            Observation.Kind.LOST,
            "Nothing on \"" + now.page().title() + "\" promises it",
            List.of()));
  }
}
