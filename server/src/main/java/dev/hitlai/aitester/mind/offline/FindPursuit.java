package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.mind.goal.Goal;
import dev.hitlai.aitester.page.Element;
import java.util.Optional;

/** Looks for a page about something, or for a passage that answers a question. */
final class FindPursuit implements Pursuit {
  private static final double TOO_EXPENSIVE = 0.1;
  private static final double CARD_SIZE = 420;

  private final Goal goal;
  private final Aboutness aboutness;
  private boolean moved;
  private boolean started;

  FindPursuit(Goal goal, Aboutness aboutness) {
    this.goal = goal;
    this.aboutness = aboutness;
  }

  @Override
  public Goal goal() {
    return goal;
  }

  @Override
  public Optional<String> reached(Situation now) {
    if (now.memory().hasSearched(searchWords()) && SearchBox.isResultPage(now, searchWords())) {
      return Optional.empty(); // it only repeats what was asked
    }
    var atStart = !moved && !started;
    return aboutness.evidence(goal, now.page(), atStart && isFrontPage(now));
  }

  private static boolean isFrontPage(Situation now) {
    return PageReading.addressWords(now.page()).isBlank();
  }

  @Override
  public Optional<Move> next(Situation now) {
    started = true;
    return Optional.empty();
  }

  @Override
  public String query() {
    return goal.target().isBlank() ? goal.text() : goal.target();
  }

  @Override
  public String searchWords() {
    return query();
  }

  @Override
  public double weigh(Element option, double similarity, Situation now) {
    return priceFits(goal, option, now) ? similarity : similarity * TOO_EXPENSIVE;
  }

  /** Whether the price next to an option is within what the mission allows, as far as one sees. */
  static boolean priceFits(Goal goal, Element option, Situation now) {
    if (!goal.wishes().limitPrice()) {
      return true;
    }
    var price = PageReading.priceNear(now.page(), option, CARD_SIZE);
    return Double.isNaN(price)
        || !PageReading.isContent(option.context().landmark())
        || goal.wishes().allow(price);
  }

  @Override
  public void learn(
      dev.hitlai.aitester.StepRecord step,
      dev.hitlai.aitester.page.PageView before,
      dev.hitlai.aitester.page.PageView after) {
    moved |= !PageReading.key(before).equals(PageReading.key(after));
  }
}
