package dev.hitlai.aitester.mind.skill;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What a field is called: its label, its name, its placeholder, or the words before it. */
final class FieldNames {
  private static final double NEAR = 160;

  private FieldNames() {}

  static double fit(String wanted, Thing field, Sight now) {
    var element = field.control();
    var labels =
        element == null || element.field() == null
            ? Stream.of(field.node().name())
            : Stream.of(
                element.field().label(),
                field.node().name(),
                element.field().placeholder(),
                kind(element.field().type()));
    double named =
        labels
            .mapToDouble(label -> Math.max(Finder.likeness(wanted, label), related(wanted, label)))
            .max()
            .orElse(0);
    return named >= 0.5
        ? named
        : before(field, now)
            .map(label -> 0.95 * Math.max(Finder.likeness(wanted, label), related(wanted, label)))
            .orElse(named);
  }

  private static String kind(String type) {
    return switch (type) {
      case "password", "email", "date", "time", "number", "search", "color", "file" -> type;
      case "tel" -> "phone";
      default -> "";
    };
  }

  /** "First name" for "name": part of the words, when nothing says it better. */
  private static double related(String wanted, String label) {
    return Texts.contains(label, wanted) || Texts.contains(wanted, label) && label.length() > 2
        ? 0.6
        : 0;
  }

  /** Whether some words stand on the same line as a thing, in the part of the page around it. */
  static boolean line(Thing thing, String words) {
    return thing
        .around()
        .limit(4)
        .flatMap(Thing::all)
        .anyMatch(
            t ->
                !t.own().isBlank()
                    && Rows.sameLine(t, thing)
                    && (Finder.likeness(words, t.own()) >= 0.5 || Texts.contains(t.own(), words)));
  }

  /** The words nearest to the left of or above a field. */
  static Optional<String> before(Thing field, Sight now) {
    return below(field, now).or(() -> nearest(field, now));
  }

  /** In a row of parts with a field and words each, the first of which has none before it. */
  private static Optional<String> below(Thing field, Sight now) {
    var part = field.parent();
    if (part == null || part.parent() == null) {
      return Optional.empty();
    }
    var parts = part.parent().children().stream().filter(FieldNames::isNamed).toList();
    return parts.size() < 2
            || !parts.contains(part)
            || nearest(fieldIn(parts.getFirst()).orElseThrow(), now).isPresent()
        ? Optional.empty()
        : Optional.of(part.text());
  }

  private static boolean isNamed(Thing part) {
    return part.hasWords()
        && part.text().length() < 40
        && part.all().filter(Thing::isField).count() == 1;
  }

  private static Optional<Thing> fieldIn(Thing part) {
    return part.all().filter(Thing::isField).findFirst();
  }

  private static Optional<String> nearest(Thing field, Sight now) {
    return now.things().stream()
        .filter(thing -> !thing.own().isBlank() && !thing.isField() && !thing.isIn(field))
        .filter(thing -> thing.order() < field.order() || Rows.sameLine(thing, field))
        .filter(thing -> distance(thing, field) < NEAR)
        .min(Comparator.comparingDouble(thing -> distance(thing, field)))
        .map(Thing::own);
  }

  private static double distance(Thing label, Thing field) {
    var one = label.box();
    var other = field.box();
    double aside = other.x() - (one.x() + one.width());
    if (Rows.sameLine(label, field) && aside > -6) {
      return Math.max(0, aside);
    }
    double below = other.y() - (one.y() + one.height());
    return below > -6 && one.x() < other.x() + other.width()
        ? 10 + below + Math.abs(one.x() - other.x())
        : NEAR * 10;
  }
}
