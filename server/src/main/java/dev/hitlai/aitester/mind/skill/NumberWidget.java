package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Words;
import java.util.List;
import java.util.Optional;

/** Sliders, spin buttons, and plain things that look like one. */
final class NumberWidget {
  private NumberWidget() {}

  /** All there are, in the order of the page; drawn ones only where there are no others. */
  static List<Thing> all(Sight now) {
    var known = known(now);
    if (!known.isEmpty()) {
      return known;
    }
    var numbers = now.matching(t -> isNumber(t) && !raisers(t, now).isEmpty()).toList();
    return numbers.isEmpty() ? handles(now).toList() : numbers;
  }

  private static List<Thing> known(Sight now) {
    return now.matching(
            t ->
                t.role().equals("slider")
                    || t.role().equals("spinbutton")
                    || t.type().equals("range")
                    || t.type().equals("number"))
        .filter(t -> !t.node().disabled())
        .toList();
  }

  static Optional<Thing> find(String subject, boolean named, Sight now) {
    var widgets = known(now);
    if (!subject.isBlank()) {
      var fitting =
          widgets.stream().filter(t -> FieldNames.fit(subject, t, now) >= 0.5).findFirst();
      if (fitting.isPresent()) {
        return fitting;
      }
    }
    if (!widgets.isEmpty() && (named || subject.isBlank())) {
      return Optional.of(widgets.getFirst());
    }
    return named || !subject.isBlank()
        ? stepper(subject, named, now).or(() -> drawn(named, now))
        : Optional.empty();
  }

  /** A number between a plus and a minus. */
  private static Optional<Thing> stepper(String subject, boolean named, Sight now) {
    var numbers = now.matching(t -> isNumber(t) && !raisers(t, now).isEmpty()).toList();
    return numbers.stream()
        .filter(t -> named || around(t, subject))
        .findFirst()
        .or(() -> likest(subject, numbers));
  }

  /** "The volume in the kitchen" of several that have a room beside them. */
  private static Optional<Thing> likest(String subject, List<Thing> numbers) {
    var said = Words.concepts(subject);
    var best =
        numbers.stream()
            .filter(t -> shared(t, said, numbers) > 0)
            .max(java.util.Comparator.comparingLong(t -> shared(t, said, numbers)));
    return best.isEmpty() && numbers.size() == 1 ? Optional.of(numbers.getFirst()) : best;
  }

  /** In the largest part of the page that holds no other of them. */
  private static long shared(Thing number, java.util.Set<String> said, List<Thing> numbers) {
    var row = number;
    while (row.parent() != null) {
      var wider = row.parent();
      if (numbers.stream().anyMatch(t -> t != number && t.isIn(wider))) {
        break;
      }
      row = wider;
    }
    return row.all()
        .flatMap(t -> Words.concepts(t.own() + " " + t.node().name()).stream())
        .distinct()
        .filter(said::contains)
        .count();
  }

  private static boolean around(Thing number, String subject) {
    return FieldNames.line(number, subject)
        || number.around().limit(1).anyMatch(one -> Texts.contains(one.text(), subject));
  }

  static boolean isNumber(Thing thing) {
    return thing.own().matches("-?\\d{1,4}(?:\\.\\d+)?\\s?(?:°\\s?[CF]?|%|min|cm|kg|km|h)?")
        || thing.takesText() && thing.value().matches("-?\\d{0,4}(?:\\.\\d+)?");
  }

  /** What raises a number when pressed. */
  static List<Thing> raisers(Thing number, Sight now) {
    return beside(number, "increase", now);
  }

  static List<Thing> beside(Thing number, String meaning, Sight now) {
    return now.matching(t -> t != number && t.isLeaf() || t.role().equals("button"))
        .filter(t -> !t.isField() && means(t, meaning))
        .filter(
            t ->
                Math.abs(t.centerX() - number.centerX()) < 160
                        && Math.abs(t.centerY() - number.centerY()) < 40
                    || Math.abs(t.centerX() - number.centerX()) < 16
                        && Math.abs(t.centerY() - number.centerY()) < 80)
        .sorted(
            java.util.Comparator.comparingDouble(
                t ->
                    Math.abs(t.centerX() - number.centerX())
                        + 4 * Math.abs(t.centerY() - number.centerY())))
        .toList();
  }

  private static boolean means(Thing thing, String meaning) {
    var words = thing.hasWords() ? thing.text() : thing.node().name() + " " + thing.node().hint();
    return words.length() < 40 && Icons.likeness(meaning, words) > 0;
  }

  /** A narrow thing on a long one: a handle on its track. */
  private static Optional<Thing> drawn(boolean named, Sight now) {
    return named ? handles(now).findFirst() : Optional.empty();
  }

  private static java.util.stream.Stream<Thing> handles(Sight now) {
    return now.matching(t -> t.isLeaf() && !t.hasWords() && t.parent() != null)
        .filter(t -> t.box().width() < 40 && t.box().height() < 40)
        .filter(t -> isTrack(t.parent()));
  }

  private static boolean isTrack(@org.jspecify.annotations.Nullable Thing thing) {
    if (thing == null) {
      return false;
    }
    double longer = Math.max(thing.box().width(), thing.box().height());
    double shorter = Math.min(thing.box().width(), thing.box().height());
    return longer > 45 && shorter < 50 && longer > 3 * shorter;
  }
}
