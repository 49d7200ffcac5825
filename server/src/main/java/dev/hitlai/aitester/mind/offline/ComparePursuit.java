package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.StepRecord;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.mind.goal.Goal;
import dev.hitlai.aitester.mind.scent.Similarity;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for the cheapest of a kind: brings several of them to view, compares, opens the best. */
final class ComparePursuit implements Pursuit {
  private static final double OF_THE_KIND = 0.4;
  private static final double CARD_SIZE = 420;

  private final Goal goal;
  private final Similarity similarity;
  private final SearchBox box = new SearchBox();
  private @Nullable String opened;
  private @Nullable String evidence;

  ComparePursuit(Goal goal, Similarity similarity) {
    this.goal = goal;
    this.similarity = similarity;
  }

  @Override
  public Goal goal() {
    return goal;
  }

  @Override
  public Optional<String> reached(Situation now) {
    return Optional.ofNullable(evidence);
  }

  @Override
  public Optional<Move> next(Situation now) {
    if (box.isTyped()) {
      return box.search(now, goal.target());
    }
    var offers = offers(now);
    if (offers.size() < 2) {
      return SearchBox.field(now).isPresent() ? box.search(now, goal.target()) : Optional.empty();
    }
    var best =
        offers.stream().min(Comparator.comparingDouble(offer -> price(offer, now))).orElseThrow();
    opened = best.selector();
    var reason = "\"%s\" is the cheapest of %d".formatted(best.label(), offers.size());
    return Optional.of(Move.click(best, reason, 0.9));
  }

  private List<Element> offers(Situation now) {
    return now.pressable().stream()
        .filter(e -> e.link() != null && PageReading.isContent(e.context().landmark()))
        .filter(e -> !CartPursuit.ASIDE.matcher(e.label()).find())
        .filter(e -> similarity.of(goal.target(), e.label()) >= OF_THE_KIND)
        .filter(e -> price(e, now) > 0)
        .toList();
  }

  private static double price(Element offer, Situation now) {
    return PageReading.priceNear(now.page(), offer, CARD_SIZE);
  }

  @Override
  public String query() {
    return goal.target();
  }

  @Override
  public String searchWords() {
    return goal.target();
  }

  @Override
  public void learn(StepRecord step, PageView before, PageView after) {
    if (step.action() instanceof Action.Click click
        && click.target().selector().equals(opened)
        && !before.url().equals(after.url())) {
      evidence = step.reason();
    }
  }
}
