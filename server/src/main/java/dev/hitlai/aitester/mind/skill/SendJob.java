package dev.hitlai.aitester.mind.skill;

import java.util.List;

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
    return Turn.done();
  }
}
