package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.StepRecord;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.action.Outcome;
import dev.hitlai.aitester.mind.goal.Goal;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a control — a filter, an order, a setting, a quantity — and sets it as the mission
 * says.
 */
final class ControlPursuit implements Pursuit {
  private static final Pattern APPLY =
      Pattern.compile(
          "(?i)^\\W*(?:apply|update|save|filter|go|show|set|ok|refresh|recalculate|sort|confirm)\\b.{0,25}$");
  private static final Pattern SURE =
      Pattern.compile(
          "(?i)^\\W*(?:yes|confirm|cancel"
              + " (?:it|my|the|order|subscription)|unsubscribe|ok)\\b.{0,30}$");

  private final Goal goal;
  private final ControlChoice choice;
  private @Nullable String acted;
  private @Nullable PageView before;
  private boolean sent;
  private boolean effective;

  ControlPursuit(Goal goal, ControlChoice choice) {
    this.goal = goal;
    this.choice = choice;
  }

  @Override
  public Goal goal() {
    return goal;
  }

  @Override
  public Optional<String> reached(Situation now) {
    return acted != null && effective && pending(now).isEmpty()
        ? Optional.of("\"" + acted + "\" is set")
        : Optional.empty();
  }

  @Override
  public Optional<Move> next(Situation now) {
    if (acted != null) {
      return pending(now).or(() -> enter(now));
    }
    return choice.best(now).map(found -> act(found, now));
  }

  private Move act(ControlChoice.Found found, Situation now) {
    acted = found.words();
    before = now.page();
    return Move.of(found.action(), "\"" + found.words() + "\" is what has to be set", found.fit());
  }

  /** A button that the change waits for: apply, update, save, or a question back. */
  private Optional<Move> pending(Situation now) {
    if (sent) {
      return Optional.empty();
    }
    var words = goal.intent() == dev.hitlai.aitester.mind.goal.Intent.CANCEL ? SURE : APPLY;
    return now.called(
            words, e -> e.role().equals("button") && isNear(e, now) && !Caution.isPaying(e))
        .filter(button -> !now.memory().hasChosen(now.key(), button))
        .filter(button -> stillSamePage(now))
        .map(button -> Move.click(button, "the change waits for it", 0.8));
  }

  private boolean stillSamePage(Situation now) {
    return before != null && before.url().equals(now.page().url());
  }

  private boolean isNear(Element button, Situation now) {
    return now.page().elements().stream()
            .filter(e -> e.field() != null)
            .anyMatch(
                e ->
                    PageReading.isContent(e.context().landmark())
                        && Math.abs(e.box().centerY() - button.box().centerY()) < 600)
        || goal.intent() == dev.hitlai.aitester.mind.goal.Intent.CANCEL;
  }

  private Optional<Move> enter(Situation now) {
    if (sent || effective) {
      return Optional.empty();
    }
    sent = true;
    return Optional.of(Move.of(new Action.Press("Enter"), "the change may need to be sent", 0.6));
  }

  @Override
  public String query() {
    return choice.place();
  }

  @Override
  public void learn(StepRecord step, PageView pageBefore, PageView after) {
    if (acted == null || step.action() instanceof Action.Scroll) {
      return;
    }
    var kind = step.outcome().kind();
    var worked = kind == Outcome.Kind.NAVIGATED || kind == Outcome.Kind.CHANGED;
    effective |= worked;
    if (worked
        && step.action() instanceof Action.Click click
        && APPLY.matcher(click.target().label()).find()) {
      sent = true;
    }
    if (!worked && step.action() instanceof Action.Click) {
      acted = null; // it looked right and did nothing: look for another
    }
  }
}
