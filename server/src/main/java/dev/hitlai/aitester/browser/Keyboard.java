package dev.hitlai.aitester.browser;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.action.Outcome.IncidentKind;
import dev.hitlai.aitester.page.Element;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Keys: the way of somebody without a mouse, and typing for everybody. */
record Keyboard(BrowserSession session, PageScript script) {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  /** Tabs that a person would press to get somewhere; beyond it the focus is set directly. */
  private static final int MAX_TABS = 60;

  /** Longer texts are pasted. */
  private static final int TYPED_BY_HAND = 120;

  void press(String key) {
    session.within(
        LIMIT,
        () -> {
          session.page().keyboard().press(key);
          return true;
        });
  }

  /** Brings the focus to the element by Tab; false when it can't be focused at all. */
  boolean goTo(Element element) {
    if (script.isFocused(element)) {
      return true;
    }
    if (element.tabOrder() >= 0 && element.tabOrder() < MAX_TABS) {
      for (int i = 0; i < MAX_TABS; i++) {
        press("Tab");
        if (script.isFocused(element)) {
          return true;
        }
      }
    }
    boolean focused = script.focus(element);
    if (element.tabOrder() < MAX_TABS) {
      session
          .journal()
          .note(
              IncidentKind.FOCUS_LOST,
              "“" + element.label() + "” was not reached with the Tab key");
    }
    return focused;
  }

  /** Presses a key on a control so often; null, or what stood in the way. */
  @Nullable String repeat(Action.Keys action) {
    var target = action.target();
    boolean there =
        session.settings().persona().keyboardOnly() ? goTo(target) : script.focus(target);
    if (!there) {
      return "“" + target.label() + "” does not take keys";
    }
    script.mark(target);
    for (int i = 0; i < action.times(); i++) {
      press(action.key());
    }
    return null;
  }

  /** Replaces what the focused field holds. */
  void replaceText(String text) {
    press("ControlOrMeta+a");
    press("Delete");
    if (text.isEmpty()) {
      return;
    }
    session.within(
        LIMIT,
        () -> {
          var keys = session.page().keyboard();
          if (text.length() <= TYPED_BY_HAND) {
            keys.type(text);
          } else {
            keys.insertText(text);
          }
          return true;
        });
  }

  /** The key that sets off this kind of control. */
  static String activation(Element element) {
    return switch (element.role()) {
      case "checkbox", "radio", "switch", "menuitemcheckbox" -> "Space";
      default -> "Enter";
    };
  }
}
