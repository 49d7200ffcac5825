package dev.hitlai.aitester.browser;

import dev.hitlai.aitester.page.Element;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The questions that acting puts to the page, with their answers as types. */
record PageScript(BrowserSession session) {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  /**
   * Where an element can be pressed.
   *
   * @param x in the viewport, -1 when no point of it can be reached
   * @param covered what lies over it, when it can't be reached
   */
  record Spot(boolean found, boolean visible, double x, double y, String tag, String covered) {
    boolean pressable() {
      return x >= 0;
    }
  }

  /**
   * What is different since the mark.
   *
   * @param fresh another document is shown, so nothing could be compared
   * @param difference in a few words, empty when nothing is different
   * @param shift layout shift since the mark
   * @param emptied labels of the fields whose text is gone
   */
  record Change(
      boolean fresh,
      @Nullable String difference,
      boolean focusLost,
      double shift,
      @Nullable String shifted,
      @Nullable List<String> emptied) {
    String words() {
      return difference == null ? "" : difference;
    }

    List<String> lostInput() {
      return emptied == null ? List.of() : emptied;
    }
  }

  /** Two points in the viewport, or one and no other. */
  record Span(double x, double y, double toX, double toY) {}

  /**
   * @param since milliseconds since something changed
   * @param drawn whether the page was drawn since
   */
  record Quiet(double since, String ready, boolean drawn) {}

  private record Reference(int ref, String selector) {}

  Spot locate(Element element) {
    return JSON.readValue(answer("locate", element.ref(), element.selector()), Spot.class);
  }

  boolean reachesAt(Element element, double x, double y) {
    return yes("reachesAt", element.ref(), element.selector(), x, y);
  }

  boolean isFocused(Element element) {
    return yes("isFocused", element.ref(), element.selector());
  }

  boolean focus(Element element) {
    return yes("focus", element.ref(), element.selector());
  }

  @Nullable Boolean checked(Element element) {
    var answer = session.ask("checkedOf", element.ref(), element.selector());
    return answer == null ? null : answer.equals("true");
  }

  String value(Element element) {
    var answer = session.ask("valueOf", element.ref(), element.selector());
    return answer == null ? "" : answer;
  }

  boolean setValue(Element element, String value) {
    return yes("setValue", element.ref(), element.selector(), value);
  }

  void noteTyped(Element element) {
    session.ask("noteTyped", element.ref(), element.selector());
  }

  /** The option chosen in a native list, null when there is none of these words. */
  @Nullable String choose(Element element, String option) {
    return session.ask("choose", element.ref(), element.selector(), option);
  }

  /** Where an option of an open list can be pressed, null when none of these words is shown. */
  @Nullable Spot option(String words) {
    var answer = session.ask("optionRef", words);
    if (answer == null) {
      return null;
    }
    var reference = JSON.readValue(answer, Reference.class);
    return JSON.readValue(answer("locate", reference.ref(), reference.selector()), Spot.class);
  }

  /** A point on an element by shares of its width and height, null when it is gone. */
  @Nullable Span placeOn(Element element, double across, double down) {
    var answer = session.ask("placeOn", element.ref(), element.selector(), across, down);
    return answer == null ? null : JSON.readValue(answer, Span.class);
  }

  /** Where a passage of an element's text begins and ends, null when it isn't there. */
  @Nullable Span passage(Element element, String words) {
    var answer = session.ask("passage", element.ref(), element.selector(), words);
    return answer == null ? null : JSON.readValue(answer, Span.class);
  }

  /** Where the form around an element is sent, empty without a form. */
  String formAction(Element element) {
    var answer = session.ask("formAction", element.ref(), element.selector());
    return answer == null ? "" : answer;
  }

  void mark(@Nullable Element target) {
    session.ask(
        "mark", target == null ? -1 : target.ref(), target == null ? "" : target.selector());
  }

  Change compare() {
    return JSON.readValue(answer("compare"), Change.class);
  }

  void rest() {
    session.ask("rest");
  }

  Quiet quiet() {
    return JSON.readValue(answer("quiet"), Quiet.class);
  }

  private boolean yes(String function, Object... arguments) {
    return "true".equals(session.ask(function, arguments));
  }

  private String answer(String function, Object... arguments) {
    var answer = session.ask(function, arguments);
    if (answer == null) {
      throw new IllegalStateException("The page gave no answer to " + function);
    }
    return answer;
  }
}
