package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.action.Action.Gesture.Kind;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Double-click the note", "right-click the file", "open the context menu of the file". */
final class GestureSkill implements Skill {
  private static final Pattern TWICE =
      Pattern.compile(
          "(?i)^(?:double[- ]?(?:click|tap|press)(?: on)?\\s+(.+)|(?:click|tap|press)(?: on)? (.+?)"
              + " (?:twice|two times)(?: quickly)?|(?:do|perform|make) a double[- ]?click on"
              + " (.+))$");
  private static final Pattern MENU =
      Pattern.compile(
          "(?i)^(?:right[- ]?click(?: on)?\\s+(.+)|(?:click|press)(?: on)? (.+?) with the right"
              + " (?:mouse )?button|(?:open|show|use) the context menu (?:of|on|for)"
              + " (.+)|(?:do|perform|make) a right[- ]?click on (.+))$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var twice = TWICE.matcher(ahead.first());
    var menu = MENU.matcher(ahead.first());
    if (twice.matches()) {
      return gesture(group(twice), Kind.TWICE, ahead);
    }
    return menu.matches() ? gesture(group(menu), Kind.FOR_MENU, ahead) : Optional.empty();
  }

  private static String group(java.util.regex.Matcher match) {
    for (int i = 1; i <= match.groupCount(); i++) {
      if (match.group(i) != null) {
        return match.group(i);
      }
    }
    return "";
  }

  private static Optional<Assignment> gesture(String object, Kind kind, Clauses clauses) {
    var target = Target.of(object, clauses);
    return Assignment.of(
        new Once(
            now ->
                find(target, now)
                    .map(
                        t ->
                            Turn.act(
                                new Action.Gesture(now.element(t), kind, 0.5, 0.5),
                                "it is to be pressed so"))));
  }

  private static Optional<Thing> find(Target target, Sight now) {
    return Superlatives.find(target, now)
        .or(() -> Looks.find(target, now))
        .or(() -> now.finder().find(target))
        .or(() -> now.finder().find(Target.named(target.wordings().get(1))));
  }
}
