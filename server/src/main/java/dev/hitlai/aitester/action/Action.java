package dev.hitlai.aitester.action;

import dev.hitlai.aitester.page.Element;
import java.net.URI;
import java.time.Duration;

/** One thing a tester does, as a person would: everything goes through the browser's input. */
public sealed interface Action {

  /** A short phrase for logs and reports, e.g. {@code click "Returns"}. */
  String describe();

  /** Press on an element with mouse, finger or (keyboard persona) by focus and Enter. */
  record Click(Element target) implements Action {
    @Override
    public String describe() {
      return "click \"" + target.label() + "\"";
    }
  }

  /**
   * Press in another way than once in the middle.
   *
   * @param across where on the element, from 0 (left edge) to 1 (right edge)
   * @param down the same from top to bottom
   */
  record Gesture(Element target, Kind kind, double across, double down) implements Action {
    /** How it is pressed. */
    public enum Kind {
      ONCE,
      TWICE,
      FOR_MENU
    }

    @Override
    public String describe() {
      return switch (kind) {
            case ONCE -> "click on a place of \"";
            case TWICE -> "double-click \"";
            case FOR_MENU -> "right-click \"";
          }
          + target.label()
          + "\"";
    }
  }

  /** Replace the text of a field. */
  record Type(Element target, String text) implements Action {
    @Override
    public String describe() {
      return "type into \"" + target.label() + "\"";
    }
  }

  /** Choose an option, by its visible text, in a native or ARIA list. */
  record Select(Element target, String option) implements Action {
    @Override
    public String describe() {
      return "choose \"" + option + "\" in \"" + target.label() + "\"";
    }
  }

  record Check(Element target, boolean checked) implements Action {
    @Override
    public String describe() {
      return (checked ? "tick \"" : "untick \"") + target.label() + "\"";
    }
  }

  /** Press a key in Playwright's notation, e.g. {@code Enter}, {@code Tab}, {@code Escape}. */
  record Press(String key) implements Action {
    @Override
    public String describe() {
      return "press " + key;
    }
  }

  /** Press a key several times on one control, e.g. the arrow on a slider. */
  record Keys(Element target, String key, int times) implements Action {
    @Override
    public String describe() {
      return "press " + key + " " + times + " × on \"" + target.label() + "\"";
    }
  }

  /**
   * Drag with the mouse to a place on another element.
   *
   * @param across where on it, from 0 (left edge) to 1 (right edge), and beyond for beside it
   * @param down the same from top to bottom
   * @param byCorner whether it is held by its lower right corner instead of its middle
   */
  record Drag(Element source, Element target, double across, double down, boolean byCorner)
      implements Action {
    public Drag(Element source, Element target, double across, double down) {
      this(source, target, across, down, false);
    }

    /** Pulls an element's lower right corner to a place told by the element's own size. */
    public static Drag byCorner(Element element, double across, double down) {
      return new Drag(element, element, across, down, true);
    }

    @Override
    public String describe() {
      return "drag \"" + source.label() + "\" to \"" + target.label() + "\"";
    }
  }

  /** Mark a passage of an element's text, as with the mouse held down. */
  record Mark(Element target, String passage) implements Action {
    @Override
    public String describe() {
      return "mark \"" + passage + "\"";
    }
  }

  /** Scroll the page by so many CSS pixels, down when positive. */
  record Scroll(int pixels) implements Action {
    @Override
    public String describe() {
      return pixels >= 0 ? "scroll down" : "scroll up";
    }
  }

  record Hover(Element target) implements Action {
    @Override
    public String describe() {
      return "point at \"" + target.label() + "\"";
    }
  }

  record Back() implements Action {
    @Override
    public String describe() {
      return "go back";
    }
  }

  /** Give the page time to show what it is loading. */
  record Await(Duration duration) implements Action {
    @Override
    public String describe() {
      return "wait";
    }
  }

  record Open(URI address) implements Action {
    @Override
    public String describe() {
      return "open " + address;
    }
  }

  /** The mission is accomplished. */
  record Finish(String why) implements Action {
    @Override
    public String describe() {
      return "finish";
    }
  }

  /** A person would stop here. */
  record GiveUp(String why) implements Action {
    @Override
    public String describe() {
      return "give up";
    }
  }
}
