package dev.hitlai.aitester.browser;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.page.Element;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills fields in. Each method answers null, or what stood in the way in plain words. */
record FieldInput(BrowserSession session, PageScript script, Pointer pointer, Keyboard keyboard) {
  private static final Set<String> NOT_TYPED =
      Set.of("date", "time", "datetime-local", "month", "week", "color", "range");

  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Nullable String type(Action.Type action) {
    var target = action.target();
    var kind = target.field() == null ? "" : target.field().type();
    if (kind.equals("file")) {
      return upload(target, action.text());
    }
    if (NOT_TYPED.contains(kind)) {
      script.mark(target);
      return script.setValue(target, action.text())
          ? null
          : "“" + target.label() + "” does not take “" + action.text() + "”";
    }
    var problem = enter(target);
    if (problem != null) {
      return problem;
    }
    script.mark(null);
    keyboard.replaceText(action.text());
    script.noteTyped(target);
    if (!action.text().isEmpty() && script.value(target).isEmpty()) {
      return "“" + target.label() + "” stays empty when something is typed";
    }
    return null;
  }

  /** A small file of our own, by the name that is asked for. */
  private @Nullable String upload(Element target, String name) {
    var file = TestFile.named(name);
    script.mark(null);
    session.within(
        LIMIT,
        () -> {
          session.page().setInputFiles(target.selector(), file);
          return true;
        });
    return null;
  }

  /** Brings the focus into a field, by its way of input. */
  private @Nullable String enter(Element target) {
    if (session.settings().persona().keyboardOnly()) {
      return keyboard.goTo(target)
          ? null
          : "“" + target.label() + "” can't be reached with the keyboard";
    }
    var spot = pointer.approach(target);
    if (spot == null) {
      return pointer.obstacle(target);
    }
    pointer.press(spot);
    if (!script.isFocused(target)) {
      script.focus(target);
    }
    return null;
  }

  @Nullable String select(Action.Select action) {
    var target = action.target();
    if (target.tag().equals("select")) {
      var spot = script.locate(target);
      if (!spot.found() || !spot.visible()) {
        return pointer.obstacle(target);
      }
      script.mark(target);
      return script.choose(target, action.option()) == null
          ? "“" + target.label() + "” has no option “" + action.option() + "”"
          : null;
    }
    return selectInAriaList(action);
  }

  private @Nullable String selectInAriaList(Action.Select action) {
    var target = action.target();
    script.mark(target);
    var option = script.option(action.option());
    if (option == null) {
      var spot = script.locate(target);
      if (!spot.pressable()) {
        return pointer.obstacle(target);
      }
      pointer.press(spot);
      session.pump(120);
      if (target.field() != null && target.tag().equals("input")) {
        keyboard.replaceText(action.option());
        session.pump(200);
      }
      option = script.option(action.option());
    }
    if (option == null || !option.pressable()) {
      return "“" + target.label() + "” shows no option “" + action.option() + "”";
    }
    pointer.press(option);
    return null;
  }

  @Nullable String check(Action.Check action) {
    var target = action.target();
    script.mark(null);
    if (Boolean.valueOf(action.checked()).equals(script.checked(target))) {
      return null; // As wanted already.
    }
    if (session.settings().persona().keyboardOnly()) {
      if (!keyboard.goTo(target)) {
        return "“" + target.label() + "” can't be reached with the keyboard";
      }
      keyboard.press("Space");
    } else {
      var spot = pointer.approach(target);
      if (spot == null) {
        return pointer.obstacle(target);
      }
      pointer.press(spot);
    }
    session.pump(30);
    var now = script.checked(target);
    return now == null || now == action.checked()
        ? null
        : "“" + target.label() + "” does not change when it is pressed";
  }
}
