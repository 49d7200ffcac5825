package dev.hitlai.aitester.report;

import dev.hitlai.aitester.Secrets;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.page.Element;
import org.jspecify.annotations.Nullable;

/** Writes down what it takes to do an action again, passwords masked. */
public final class StepInputs {
  private StepInputs() {}

  public static RunDocument.Input of(Action action, Secrets secrets) {
    return switch (action) {
      case Action.Click click -> on(click.target(), null, null, secrets);
      case Action.Type type -> on(type.target(), type.text(), null, secrets);
      case Action.Select select -> on(select.target(), select.option(), null, secrets);
      case Action.Check check -> on(check.target(), String.valueOf(check.checked()), null, secrets);
      case Action.Keys keys -> on(keys.target(), keys.key(), (long) keys.times(), secrets);
      case Action.Mark mark -> on(mark.target(), mark.passage(), null, secrets);
      case Action.Hover hover -> on(hover.target(), null, null, secrets);
      case Action.Drag drag ->
          new RunDocument.Input(
              target(drag.source()),
              target(drag.target()),
              drag.byCorner() ? RunDocument.Input.BY_CORNER : null,
              null,
              null,
              drag.across(),
              drag.down());
      case Action.Gesture gesture ->
          new RunDocument.Input(
              target(gesture.target()),
              null,
              gesture.kind().name(),
              null,
              null,
              gesture.across(),
              gesture.down());
      case Action.Press press -> on(null, press.key(), null, secrets);
      case Action.Open open -> on(null, open.address().toString(), null, secrets);
      case Action.Scroll scroll -> on(null, null, (long) scroll.pixels(), secrets);
      case Action.Await await -> on(null, null, await.duration().toMillis(), secrets);
      case Action.Back _, Action.Finish _, Action.GiveUp _ -> on(null, null, null, secrets);
    };
  }

  private static RunDocument.Input on(
      @Nullable Element target, @Nullable String value, @Nullable Long amount, Secrets secrets) {
    return new RunDocument.Input(
        target == null ? null : target(target),
        null,
        value == null ? null : secrets.mask(value),
        value == null ? null : secrets.nameIn(value).orElse(null),
        amount,
        null,
        null);
  }

  private static RunDocument.Target target(Element element) {
    return new RunDocument.Target(
        element.selector(),
        element.frame(),
        element.tag(),
        element.role(),
        element.name(),
        element.label(),
        element.context().heading(),
        element.context().group());
  }
}
