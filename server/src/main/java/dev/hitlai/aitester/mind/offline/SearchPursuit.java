package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.StepRecord;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.action.Outcome;
import dev.hitlai.aitester.mind.goal.Goal;
import dev.hitlai.aitester.mind.scent.Words;
import dev.hitlai.aitester.page.PageView;
import java.util.Optional;

/** Searches the site for something, as the mission says. */
final class SearchPursuit implements Pursuit {
  private final Goal goal;
  private final SearchBox box = new SearchBox();
  private boolean typed;
  private boolean sent;

  SearchPursuit(Goal goal) {
    this.goal = goal;
  }

  @Override
  public Goal goal() {
    return goal;
  }

  private String words() {
    return goal.quoted().isEmpty() ? goal.target() : goal.quoted().getFirst();
  }

  @Override
  public Optional<String> reached(Situation now) {
    if (!sent || SearchBox.foundNothing(now) && Words.coverage(words(), contentOf(now)) < 0.5) {
      return Optional.empty();
    }
    return Words.coverage(words(), now.text() + " " + now.page().url()) >= 0.5
        ? Optional.of("the search shows what it found for \"" + words() + "\"")
        : Optional.empty();
  }

  private static String contentOf(Situation now) {
    var text = new StringBuilder();
    now.pressable().forEach(element -> text.append(element.label()).append('\n'));
    return text.toString();
  }

  @Override
  public Optional<Move> next(Situation now) {
    return box.search(now, words());
  }

  @Override
  public String query() {
    return "search " + words();
  }

  @Override
  public void learn(StepRecord step, PageView before, PageView after) {
    var effective =
        step.outcome().kind() == Outcome.Kind.NAVIGATED
            || step.outcome().kind() == Outcome.Kind.CHANGED;
    if (typed && effective && !(step.action() instanceof Action.Type)) {
      sent = true;
    }
    typed |= step.action() instanceof Action.Type;
  }
}
