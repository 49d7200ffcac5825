package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Sends what was filled in, if there is something to press for it. */
final class SendJob implements Job {
  private static final List<String> NAMES =
      List.of(
          "send",
          "submit",
          "reply",
          "search",
          "add",
          "post",
          "create",
          "publish",
          "comment",
          "log in",
          "login",
          "sign in",
          "save",
          "ok",
          "done",
          "continue",
          "next",
          "apply",
          "go",
          "post",
          "share",
          "forward",
          "confirm",
          "guess",
          "try",
          "check",
          "answer");

  private boolean sent;

  @Override
  public Turn turn(Sight now) {
    if (sent) {
      return Turn.done();
    }
    for (var name : NAMES) {
      var button =
          now.finder()
              .find(
                  Target.named(name).withKind("button"),
                  t ->
                      t.text().length() < 30 && !t.isField() && (t.isPressable() || !t.hasWords()));
      if (button.isPresent()) {
        sent = true;
        return Turn.press(now, button.get(), "it has to be sent");
      }
    }
    sent = true;
    return nameless(now).orElseGet(Turn::done);
  }

  /** A picture right beside what was written sends it; where there is none, Enter does. */
  static Optional<Turn> nameless(Sight now) {
    return now.fields().stream()
        .filter(f -> f.takesText() && !(f.value() + f.text()).isBlank())
        .reduce((first, last) -> last)
        .map(
            field ->
                now.matching(t -> t.isPressable() && !t.hasWords() && !t.isField())
                    .filter(t -> Rows.sameLine(t, field) && t.centerX() > field.centerX())
                    .min(Comparator.comparingDouble(t -> t.box().x()))
                    .map(t -> Turn.press(now, t, "the picture beside it may send it"))
                    .orElseGet(() -> Turn.act(new Action.Press("Enter"), "Enter may send it")));
  }
}
