package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;

/** Narrow boxes in a row that take a code one sign each. */
final class SignBoxes {
  private SignBoxes() {}

  /** A job that enters the value so; empty where it has not just as many boxes. */
  static Optional<Job> job(String value, Sight now) {
    var signs = value.replaceAll("[\\s-]", "");
    var boxes = boxes(now);
    if (boxes.size() < 3 || boxes.size() != signs.length()) {
      return Optional.empty();
    }
    var jobs = new java.util.ArrayList<Job>();
    for (int i = 0; i < boxes.size(); i++) {
      int ref = boxes.get(i).node().ref();
      var sign = signs.substring(i, i + 1);
      jobs.add(new Once(sight -> sight.again(ref).map(box -> Fields.set(box, sign, sight))));
    }
    return Optional.of(new Sequence(jobs));
  }

  private static List<Thing> boxes(Sight now) {
    var narrow = now.fields().stream().filter(t -> t.takesText() && t.box().width() < 64).toList();
    return narrow.stream().filter(t -> Rows.sameLine(t, narrow.getFirst())).toList();
  }
}
