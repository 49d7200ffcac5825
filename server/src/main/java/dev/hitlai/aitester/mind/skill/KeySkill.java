package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Press the Enter key", "hover over the icon": what is done with a key or by pointing alone. */
final class KeySkill implements Skill {
  private static final Pattern KEY =
      Pattern.compile(
          "(?i)^(?:press|hit|use)\\s+(?:the )?(enter|return|tab|escape|esc|space(?: ?bar)?|arrow"
              + " (?:up|down|left|right)|(?:up|down|left|right) arrow|home|end|page"
              + " ?(?:up|down))(?: key)?$");
  private static final Pattern HOVER =
      Pattern.compile(
          "(?i)^(?:hover|point|move (?:the |your )?(?:mouse|pointer|cursor))(?: over| at|"
              + " on(?:to)?| to)?\\s+(.+)$");
  private static final Map<String, String> NAMES =
      Map.of("return", "Enter", "esc", "Escape", "spacebar", "Space");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var key = KEY.matcher(ahead.first());
    if (key.matches()
        && now.matching(t -> t.isPressable() && Texts.same(t.label(), key.group(1)))
            .findAny()
            .isEmpty()) {
      var name = name(key.group(1));
      return Assignment.of(
          new Once(
              sight -> Optional.of(Turn.act(new Action.Press(name), "this key is asked for"))));
    }
    var hover = HOVER.matcher(ahead.first());
    if (!hover.matches()) {
      return Optional.empty();
    }
    var target = Target.of(hover.group(1), ahead);
    return Assignment.of(
        new Once(
            sight ->
                sight
                    .finder()
                    .find(target)
                    .or(() -> Looks.find(target, sight))
                    .map(
                        thing ->
                            Turn.act(
                                new Action.Hover(sight.element(thing)),
                                "it is to be pointed at"))));
  }

  private static String name(String word) {
    var lower = word.toLowerCase(Locale.ROOT).replace(" bar", "bar");
    if (lower.contains("arrow")) {
      var way = lower.replace("arrow", "").strip();
      return "Arrow" + way.substring(0, 1).toUpperCase(Locale.ROOT) + way.substring(1);
    }
    if (lower.startsWith("page")) {
      return lower.endsWith("up") ? "PageUp" : "PageDown";
    }
    var known = NAMES.get(lower);
    return known != null
        ? known
        : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
  }
}
