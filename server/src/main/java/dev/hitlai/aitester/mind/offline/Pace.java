package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.mind.Decision;
import dev.hitlai.aitester.mind.human.HumanTime;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import java.util.HashSet;
import java.util.Set;

/** Adds to a move how long this person needs for it: looking, judging and acting. */
final class Pace {
  private final HumanTime time;
  private final Set<String> judgedBefore = new HashSet<>();
  private double pointerX;
  private double pointerY;

  Pace(Persona persona) {
    time = new HumanTime(persona);
  }

  Decision decision(Move move, String subGoal, PageView page) {
    return new Decision(
        move.action(),
        subGoal,
        move.reason(),
        Math.max(0, Math.min(1, move.scent())),
        judging(move, page) + acting(move.action(), page),
        move.considered(),
        move.observations());
  }

  /** What was judged on this page before is not judged again. */
  private double judging(Move move, PageView page) {
    double seconds = 0;
    for (var element : move.judged()) {
      if (judgedBefore.add(PageReading.key(page) + Memory.option(element))) {
        seconds += time.judging(element);
      }
    }
    return seconds;
  }

  private double acting(Action action, PageView page) {
    return switch (action) {
      case Action.Click click -> scrollTo(click.target(), page) + reach(click.target());
      case Action.Check check -> reach(check.target());
      case Action.Hover hover -> reach(hover.target());
      case Action.Type type -> reach(type.target()) + time.typing(type.text().length());
      case Action.Select select -> reach(select.target()) + time.choosing(options(select.target()));
      case Action.Scroll scroll -> time.scrolling(scroll.pixels(), page.viewport().height());
      case Action.Press ignored -> time.key();
      case Action.Keys keys -> reach(keys.target()) + keys.times() * time.key();
      case Action.Gesture gesture -> reach(gesture.target());
      case Action.Drag drag -> reach(drag.source()) + reach(drag.target());
      case Action.Mark mark -> 2 * reach(mark.target());
      case Action.Back ignored -> time.key();
      case Action.Await wait -> wait.duration().toMillis() / 1000.0;
      case Action.Open open -> time.typing(open.address().toString().length());
      case Action.Finish ignored -> 0;
      case Action.GiveUp ignored -> 0;
    };
  }

  /** A little way along the page belongs to the click. */
  private double scrollTo(Element target, PageView page) {
    var view = page.viewport();
    var distance = target.box().centerY() - view.scrollY() - view.height() / 2.0;
    return target.look().inViewport() || target.box().isEmpty()
        ? 0
        : time.scrolling((int) distance, view.height());
  }

  private double reach(Element target) {
    var distance = Math.hypot(target.box().centerX() - pointerX, target.box().centerY() - pointerY);
    pointerX = target.box().centerX();
    pointerY = target.box().centerY();
    return time.pressing(distance, target, Math.max(0, Math.min(target.tabOrder(), 20)));
  }

  private static int options(Element target) {
    var field = target.field();
    return field == null ? 1 : Math.max(1, field.options().size());
  }
}
