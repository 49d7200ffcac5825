package dev.hitlai.aitester.mind.skill;

import java.util.HashSet;
import java.util.Set;

/** Presses everything that looks so: all shades of blue, all red circles. */
final class AllLooksJob implements Job {
  private final String words;
  private final Set<Integer> pressed = new HashSet<>();

  AllLooksJob(String words) {
    this.words = words;
  }

  @Override
  public Turn turn(Sight now) {
    return Looks.all(words, now).stream()
        .filter(thing -> !thing.role().equals("button") && !thing.isField())
        .filter(thing -> pressed.add(thing.node().ref()))
        .findFirst()
        .map(thing -> Turn.press(now, thing, "it looks as asked"))
        .orElseGet(Turn::done);
  }
}
