package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * "Click half way between the two points", "halve the angle", "make a right angle": a place of a
 * drawing that is worked out from its points.
 */
final class GeometrySkill implements Skill {
  private static final Pattern VERB =
      Pattern.compile(
          "(?i)^(?:click|press|tap|mark|put|place|add|set|create|draw|make|find|show|bisect|halve|divide|split|cut|construct|complete|choose|select)\\b.*");
  private static final Pattern MIDDLE =
      Pattern.compile(
          "(?i).*\\b(?:mid-?points?|mid point|middle|half-?way|half"
              + " way|centre|center)\\b.*\\b(?:points?|dots?|ends?|circles?|segment|line)\\b.*");
  private static final Pattern BISECTED =
      Pattern.compile(
          "(?i).*\\b(?:bisect\\p{L}*|halve\\p{L}*|half|halves|in two|equal (?:parts|angles))\\b.*");
  private static final Pattern RIGHT =
      Pattern.compile(
          "(?i).*\\b(?:right[- ]angled?|right angle|90[ -]?(?:°|degrees?)|perpendicular|square"
              + " angle)\\b.*");
  private static final double LARGEST = 400;
  private static final double NEAR = 7;

  private record Point(double x, double y) {
    static Point of(Thing thing) {
      return new Point(thing.centerX(), thing.centerY());
    }

    double far(Point other) {
      return Math.hypot(x - other.x, y - other.y);
    }

    /** So far from here towards another one. */
    Point towards(Point other, double length) {
      double far = Math.max(0.001, far(other));
      return new Point(x + (other.x - x) * length / far, y + (other.y - y) * length / far);
    }
  }

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.plain(ahead.first());
    if (!VERB.matcher(clause).matches()) {
      return Optional.empty();
    }
    var job = new Once(sight -> place(clause, sight));
    return job.fits(now) ? Assignment.of(job) : Optional.empty();
  }

  private static Optional<Turn> place(String clause, Sight now) {
    var points = points(now);
    boolean angle = clause.matches("(?i).*\\bangle\\b.*");
    if (RIGHT.matcher(clause).matches() && points.size() == 2) {
      return press(upright(points, now), points, now);
    }
    if (angle && BISECTED.matcher(clause).matches() && points.size() == 3) {
      return press(halving(points, now), points, now);
    }
    return MIDDLE.matcher(clause).matches() && points.size() == 2 && !angle
        ? press(List.of(between(Point.of(points.get(0)), Point.of(points.get(1)))), points, now)
        : Optional.empty();
  }

  /** Small round spots of a drawing. */
  private static List<Thing> points(Sight now) {
    return now.matching(t -> t.paint().shape().equals("circle") && t.isLeaf() && !t.hasWords())
        .filter(t -> t.area() < LARGEST && ground(t) != null && !t.isField())
        .toList();
  }

  /** What it is drawn on. */
  private static @org.jspecify.annotations.Nullable Thing ground(Thing point) {
    return point
        .around()
        .filter(t -> t.area() > 2500 && !t.tag().matches("g|body|html"))
        .findFirst()
        .orElse(null);
  }

  private static Point between(Point one, Point other) {
    return new Point((one.x() + other.x()) / 2, (one.y() + other.y()) / 2);
  }

  /** Places on both sides that make a right angle at the point that stands out, else the last. */
  private static List<Point> upright(List<Thing> points, Sight now) {
    var corner = corner(points, now);
    var at = Point.of(corner);
    var other = Point.of(points.get(0) == corner ? points.get(1) : points.get(0));
    double length = Math.clamp(at.far(other), 25, 60);
    var turned = new Point(at.x() - (other.y() - at.y()), at.y() + (other.x() - at.x()));
    return Stream.of(length, -length, length / 2, -length / 2)
        .map(far -> at.towards(turned, far))
        .toList();
  }

  private static List<Point> halving(List<Thing> points, Sight now) {
    var corner = corner(points, now);
    var at = Point.of(corner);
    var ends = points.stream().filter(t -> t != corner).map(Point::of).toList();
    double arm = Math.min(at.far(ends.get(0)), at.far(ends.get(1)));
    var middle = between(at.towards(ends.get(0), arm), at.towards(ends.get(1), arm));
    double near = at.far(middle);
    return Stream.of(Math.max(near, 30), near, near / 2)
        .map(far -> at.towards(middle, far))
        .toList();
  }

  /** Where the lines meet, else the point of another colour than most. */
  private static Thing corner(List<Thing> points, Sight now) {
    var lines =
        now.matching(t -> t.tag().equals("line") || t.paint().shape().equals("line")).toList();
    var first = points.getFirst();
    return points.stream()
        .max(
            Comparator.comparingLong(
                    (Thing t) ->
                        points.size() < 3 ? 0 : lines.stream().filter(l -> ends(l, t)).count())
                .thenComparingInt(t -> isAlone(t, points) ? 1 : 0)
                .thenComparingInt(t -> t.paint().fill().equals("#000000") ? 0 : 1)
                .thenComparingInt(t -> t == first ? 0 : 1))
        .orElse(first);
  }

  private static boolean isAlone(Thing point, List<Thing> points) {
    return points.stream().filter(t -> t.paint().fill().equals(point.paint().fill())).count() == 1;
  }

  private static boolean ends(Thing line, Thing point) {
    var box = line.box();
    double x =
        Math.min(
            Math.abs(point.centerX() - box.x()), Math.abs(point.centerX() - box.x() - box.width()));
    double y =
        Math.min(
            Math.abs(point.centerY() - box.y()),
            Math.abs(point.centerY() - box.y() - box.height()));
    return x < NEAR && y < NEAR;
  }

  /** The first of the places that lies on the drawing. */
  private static Optional<Turn> press(List<Point> places, List<Thing> points, Sight now) {
    var ground = ground(points.getFirst());
    if (ground == null) {
      return Optional.empty();
    }
    var box = ground.box();
    return places.stream()
        .map(p -> new Point((p.x() - box.x()) / box.width(), (p.y() - box.y()) / box.height()))
        .filter(p -> p.x() > 0.02 && p.x() < 0.98 && p.y() > 0.02 && p.y() < 0.98)
        .findFirst()
        .map(
            p ->
                Turn.act(
                    new Action.Gesture(now.element(ground), Action.Gesture.Kind.ONCE, p.x(), p.y()),
                    "this is the place that is worked out"));
  }
}
