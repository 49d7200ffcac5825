package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;

/** Takes a thing several times by pressing the button in its card as often. */
final class AddJob implements Job {
  private final String name;
  private final int times;
  private int presses;

  private AddJob(String name, int times) {
    this.name = name;
    this.times = times;
  }

  /** Empty unless a card of that name has a button of its own like those of the other cards. */
  static Optional<Job> of(String name, int times, Sight now) {
    return button(name, now).map(t -> new AddJob(name, times));
  }

  @Override
  public Turn turn(Sight now) {
    if (presses >= times) {
      return Turn.done();
    }
    presses++;
    return button(name, now)
        .map(t -> Turn.press(now, t, presses + " of " + times + " “" + name + "”"))
        .orElseGet(() -> Turn.stuck("“" + name + "” can't be added"));
  }

  @Override
  public boolean fits(Sight now) {
    return button(name, now).isPresent();
  }

  private static Optional<Thing> button(String name, Sight now) {
    var units = Units.doing("add", now);
    var singular = name.replaceFirst("(?<=\\p{L}{3})s$", "");
    return units.size() < 2
        ? plus(name, now)
        : List.of(name, singular).stream()
            .flatMap(words -> units.stream().filter(unit -> Texts.contains(unit.words(), words)))
            .filter(unit -> !unit.row().tag().matches("body|main"))
            .map(Units.Unit::control)
            .findFirst()
            .or(() -> plus(name, now));
  }

  /** A bare plus in the row of the name, with or without a number beside it. */
  private static Optional<Thing> plus(String name, Sight now) {
    return now.finder().all(Target.named(name), t -> t.hasWords() && !t.isField()).stream()
        .map(anchor -> Rows.around(anchor, now, AddJob::isPlus))
        .filter(row -> row != null && row.all().filter(AddJob::isPlus).count() == 1)
        .flatMap(row -> row.all().filter(AddJob::isPlus))
        .findFirst();
  }

  private static boolean isPlus(Thing thing) {
    return thing.isLeaf() && thing.text().matches("[+＋➕]");
  }
}
