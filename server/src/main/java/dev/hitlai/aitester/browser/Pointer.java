package dev.hitlai.aitester.browser;

import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.MouseButton;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.action.Outcome.IncidentKind;
import dev.hitlai.aitester.browser.PageScript.Spot;
import dev.hitlai.aitester.page.Element;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Mouse and finger: goes to a point at which a press reaches the element, and presses there. */
record Pointer(BrowserSession session, PageScript script) {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final int HOVER_MILLIS = 40;

  /** How far from the corner it is taken hold of, in pixels. */
  private static final double INSIDE = 4;

  /**
   * Moves over the element and takes the mark there, so that what mere hovering changes is not
   * taken for an effect of the press; null when a press would not reach it.
   */
  @Nullable Spot approach(Element element) {
    var spot = script.locate(element);
    if (!spot.pressable()) {
      return null;
    }
    if (!session.settings().platform().touch()) {
      move(spot);
      session.pump(HOVER_MILLIS);
    }
    script.mark(element);
    if (script.reachesAt(element, spot.x(), spot.y())) {
      return spot;
    }
    session
        .journal()
        .note(IncidentKind.LAYOUT_SHIFT, "“" + element.label() + "” moved away under the pointer");
    var moved = script.locate(element);
    return moved.pressable() ? moved : null;
  }

  void move(Spot spot) {
    session.within(
        LIMIT,
        () -> {
          session.page().mouse().move(spot.x(), spot.y());
          return true;
        });
  }

  void press(Spot spot) {
    session.within(
        LIMIT,
        () -> {
          var page = session.page();
          if (session.settings().platform().touch()) {
            page.touchscreen().tap(spot.x(), spot.y());
          } else {
            page.mouse().click(spot.x(), spot.y());
          }
          return true;
        });
  }

  /**
   * Presses twice, with the other button, or at a certain place; null, or what stood in the way.
   */
  @Nullable String gesture(Action.Gesture gesture) {
    if (session.settings().persona().keyboardOnly()) {
      return "“" + gesture.target().label() + "” can't be pressed so with the keyboard";
    }
    var spot = script.placeOn(gesture.target(), gesture.across(), gesture.down());
    if (spot == null) {
      return obstacle(gesture.target());
    }
    script.mark(gesture.target());
    session.within(
        LIMIT,
        () -> {
          press(gesture.kind(), spot);
          return true;
        });
    return null;
  }

  private void press(Action.Gesture.Kind kind, PageScript.Span spot) {
    var mouse = session.page().mouse();
    switch (kind) {
      case ONCE -> mouse.click(spot.x(), spot.y());
      case TWICE -> mouse.dblclick(spot.x(), spot.y());
      case FOR_MENU ->
          mouse.click(spot.x(), spot.y(), new Mouse.ClickOptions().setButton(MouseButton.RIGHT));
    }
  }

  /** Drags with the button held down; null, or what stood in the way. */
  @Nullable String drag(Action.Drag action) {
    if (session.settings().persona().keyboardOnly()) {
      return "“" + action.source().label() + "” can't be dragged with the keyboard";
    }
    script.locate(
        action.source()); // what has to be scrolled for it is scrolled before places are taken
    var to = script.placeOn(action.target(), action.across(), action.down());
    var from = script.locate(action.source());
    if (!from.pressable() || to == null) {
      return obstacle(action.source());
    }
    script.mark(null);
    if (action.byCorner()) {
      var whole = script.placeOn(action.source(), 1, 1);
      if (whole != null) {
        sweep(whole.x() - INSIDE, whole.y() - INSIDE, to.x() - INSIDE, to.y() - INSIDE);
        return null;
      }
    }
    sweep(from.x(), from.y(), to.x(), to.y());
    return null;
  }

  /** Marks a passage by sweeping over it; null, or what stood in the way. */
  @Nullable String mark(Action.Mark action) {
    var ends = script.passage(action.target(), action.passage());
    if (ends == null) {
      return "“" + action.passage() + "” is not in “" + action.target().label() + "”";
    }
    script.mark(null);
    sweep(ends.x(), ends.y(), ends.toX(), ends.toY());
    return null;
  }

  /** In steps, as what follows the pointer wants to see it come. */
  private void sweep(double x, double y, double toX, double toY) {
    session.within(
        LIMIT,
        () -> {
          var mouse = session.page().mouse();
          mouse.move(x, y);
          mouse.down();
          mouse.move(toX, toY, new Mouse.MoveOptions().setSteps(6));
          mouse.up();
          return true;
        });
  }

  void scroll(int pixels) {
    session.within(
        LIMIT,
        () -> {
          session.page().mouse().wheel(0, pixels);
          return true;
        });
  }

  /** Why {@link #approach} found no way, in plain words. */
  String obstacle(Element element) {
    var spot = script.locate(element);
    if (!spot.found()) {
      return "“" + element.label() + "” is not on the page any more";
    }
    if (!spot.visible()) {
      return "“" + element.label() + "” is not visible";
    }
    return "“" + element.label() + "” is covered by " + spot.covered();
  }
}
