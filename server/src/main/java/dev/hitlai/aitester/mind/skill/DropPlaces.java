package dev.hitlai.aitester.mind.skill;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Into the box", "onto the grey area": a drawn place that is there to put things in. */
final class DropPlaces {
  private static final Pattern GENERIC =
      Pattern.compile(
          "(?i)(?:(?:dashed|dotted|outlined|empty|drop|target|bordered|drawn|big|large|given)"
              + " ?)*(?:box|area|frame|zone|container|bin|basket|square|rectangle|target|region|place|field|outline)?");

  private DropPlaces() {}

  static Optional<Thing> find(Target target, Sight now) {
    var words = (target.words() + " " + target.kind()).strip();
    if (target.quoted() || !GENERIC.matcher(words).matches()) {
      return Optional.empty();
    }
    return now.matching(t -> t.paint().shape().equals("rect") && !t.isField())
        .filter(t -> !t.tag().matches("body|html|svg|button|table|td|tr|input"))
        .filter(t -> !t.role().equals("button") && !t.node().draggable() && !t.node().pointer())
        .filter(t -> t.all().noneMatch(one -> one.isField() || one.role().equals("button")))
        .filter(t -> !holdsPeers(t))
        .filter(t -> t.area() > 900)
        .max(Comparator.comparingDouble(Thing::area));
  }

  /** A ground that things lie on is no place to put them. */
  private static boolean holdsPeers(Thing thing) {
    return thing.children().stream().filter(t -> !t.paint().shape().isEmpty()).count() > 1;
  }
}
