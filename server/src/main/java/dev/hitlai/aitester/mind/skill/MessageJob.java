package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.Comparator;

/** Writes a message into the largest field for text that is still empty. */
final class MessageJob implements Job {
  private final String message;
  private boolean typed;

  MessageJob(String message) {
    this.message = message;
  }

  @Override
  public Turn turn(Sight now) {
    if (typed) {
      return Turn.done();
    }
    return now.fields().stream()
        .filter(Thing::takesText)
        .filter(f -> f.value().isBlank() || f.tag().equals("textarea"))
        .max(Comparator.comparingDouble(Thing::area))
        .map(
            field -> {
              typed = true;
              return Turn.act(
                  new Action.Type(now.element(field), message), "the message goes here");
            })
        .orElseGet(() -> Turn.stuck("there is nowhere to write"));
  }
}
