package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;

/** How a value gets into each kind of field. */
final class Fields {
  private Fields() {}

  static boolean isSettable(Thing field) {
    return field.takesText()
        || field.tag().equals("select")
        || switch (field.type()) {
          case "date", "time", "month", "week", "datetime-local", "color", "range", "file" -> true;
          default -> false;
        };
  }

  static Turn set(Thing field, String value, Sight now) {
    var element = now.element(field);
    var reason = "\"" + value + "\" belongs in \"" + element.label() + "\"";
    return switch (field.type()) {
      case "select" -> Turn.act(new Action.Select(element, value), reason);
      case "date", "datetime-local", "month", "week" ->
          Turn.act(new Action.Type(element, Dates.iso(value).orElse(value)), reason);
      case "time" -> Turn.act(new Action.Type(element, Dates.time(value).orElse(value)), reason);
      default -> Turn.act(new Action.Type(element, value), reason);
    };
  }
}
