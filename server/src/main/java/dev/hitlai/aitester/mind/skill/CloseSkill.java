package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.List;
import java.util.Optional;

/** "Close the dialog": by its cross, a button, or Escape. */
final class CloseSkill implements Skill {
  private static final List<String> NAMES =
      List.of("close", "×", "x", "dismiss", "cancel", "ok", "got it", "no thanks", "done");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.first();
    boolean named =
        !ahead.quotedIn(clause).isEmpty()
            && !clause.matches("(?i).*\\b(?:dialog|pop-?up|window|message|banner|notice)\\b.*");
    if (!clause.matches("(?i)^(?:close|dismiss)\\b.*") || named) {
      return Optional.empty();
    }
    return Assignment.of(new Once(sight -> Optional.of(close(sight))));
  }

  private static Turn close(Sight now) {
    var dialog = now.dialog();
    for (var name : NAMES) {
      var found =
          now.finder()
              .find(
                  Target.named(name),
                  t ->
                      t.text().length() < 20
                          && !t.isField()
                          && (dialog == null || t.isIn(dialog))
                          && (t.isPressable() || t.isLeaf()));
      if (found.isPresent()) {
        return Turn.press(now, found.get(), "this closes it");
      }
    }
    return Turn.act(new Action.Press("Escape"), "there is nothing to close it with");
  }
}
