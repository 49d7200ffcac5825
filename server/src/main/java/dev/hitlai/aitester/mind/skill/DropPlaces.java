package dev.hitlai.aitester.mind.skill;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Into the box", "onto the grey area": a drawn place that is there to put things in. */
final class DropPlaces {
  private static final Pattern GENERIC =
      Pattern.compile(
          "(?i)(?:(?:left|right|top|bottom|upper|lower|dashed|dotted|outlined|empty|drop|target|bordered|drawn|big|large|given)"
              + " ?)*(?:box|area|frame|zone|container|bin|basket|square|rectangle|target|region|place|field|outline)?");

  private static final Pattern PLACE =
      Pattern.compile("(?i)\\b(?:left|right|top|bottom|upper|lower)\\b");

  private DropPlaces() {}

  static Optional<Thing> find(Target target, Sight now) {
    var words = (target.words() + " " + target.kind()).strip();
    if (target.quoted() || !GENERIC.matcher(words).matches()) {
      return Optional.empty();
    }
    var places = places(now);
    var told = PLACE.matcher(words);
    if (told.find() && places.size() > 1) {
      var largest = places.stream().mapToDouble(Thing::area).max().orElse(0);
      return places.stream()
          .filter(t -> t.area() > largest / 2)
          .min(Comparator.comparingDouble(t -> along(t, told.group().toLowerCase(Locale.ROOT))));
    }
    return places.stream().max(Comparator.comparingDouble(Thing::area));
  }

  private static double along(Thing thing, String place) {
    return switch (place) {
      case "left" -> thing.centerX();
      case "right" -> -thing.centerX();
      case "top", "upper" -> thing.centerY();
      default -> -thing.centerY();
    };
  }

  /** Outlined parts of the page that nothing is done with but to put things in. */
  static List<Thing> places(Sight now) {
    return now.matching(t -> t.paint().shape().equals("rect") && !t.isField())
        .filter(t -> !t.tag().matches("body|html|svg|button|table|td|tr|input"))
        .filter(t -> !t.role().equals("button") && !t.node().draggable() && !t.node().pointer())
        .filter(t -> t.all().noneMatch(one -> one.isField() || one.role().equals("button")))
        .filter(t -> !holdsPeers(t))
        .filter(t -> t.area() > 900)
        .toList();
  }

  /** A ground that things lie on is no place to put them. */
  private static boolean holdsPeers(Thing thing) {
    return thing.children().stream().filter(t -> !t.paint().shape().isEmpty()).count() > 1;
  }
}
