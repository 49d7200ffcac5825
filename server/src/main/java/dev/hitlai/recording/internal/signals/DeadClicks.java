package dev.hitlai.recording.internal.signals;

import dev.hitlai.recording.internal.signals.Story.Click;
import dev.hitlai.recording.internal.signals.Story.Flags;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Clicks that caused nothing: nothing near the element, no request, navigation, focus or any other
 * effect that the recorder told. A click without a report is unknown, never dead. Not counted: a
 * press into a text that is selected or already has the cursor, and one on bare ground.
 */
final class DeadClicks implements Detector {
  private static final Set<String> GROUND = Set.of("html", "body", "main");
  private static final int NOT_COUNTED =
      Flags.TEXT_FIELD | Flags.SELECTED | Flags.SCRIPTED | Flags.KEYBOARD;
  private static final long ONE_PRESS_MILLIS = 500;

  @Override
  public List<Signal> find(Story story, SignalSettings settings) {
    var signals = new ArrayList<Signal>();
    Click last = null;
    for (var click : story.clicks()) {
      if (isDead(click)) {
        if (last == null || !belongs(last, click)) {
          signals.add(signal(click));
        }
        last = click;
      }
    }
    return signals;
  }

  static boolean isDead(Click click) {
    return click.effects() != null
        && click.effects() == 0
        && !click.is(NOT_COUNTED)
        && !isGround(click);
  }

  /** The second press of a double click is no second dead click. */
  private static boolean belongs(Click before, Click click) {
    return click.at() - before.at() <= ONE_PRESS_MILLIS
        && Objects.equals(before.selector(), click.selector());
  }

  private static boolean isGround(Click click) {
    return click.tag() != null
        && GROUND.contains(click.tag().toLowerCase(Locale.ROOT))
        && !click.is(Flags.POINTER_CURSOR | Flags.CONTROL | Flags.LINK);
  }

  private static Signal signal(Click click) {
    String cause = cause(click);
    return Signal.ofClicks(
        SignalKind.DEAD_CLICK,
        List.of(click),
        cause,
        "A click on %s caused nothing: %s.".formatted(click.name(), says(cause)));
  }

  private static String cause(Click click) {
    if (click.is(Flags.DISABLED)) {
      return "disabled_control";
    }
    if (click.is(Flags.LINK)) {
      return "broken_link";
    }
    if (click.is(Flags.CONTROL)) {
      return "unresponsive_control";
    }
    return click.is(Flags.POINTER_CURSOR) ? "looks_clickable" : "not_interactive";
  }

  private static String says(String cause) {
    return switch (cause) {
      case "disabled_control" -> "the control is disabled and doesn't say why";
      case "broken_link" -> "the link leads nowhere";
      case "unresponsive_control" -> "the control doesn't work";
      case "looks_clickable" -> "it looks as if it could be pressed";
      default -> "it is no control, and was taken for one";
    };
  }
}
