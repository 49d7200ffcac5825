package dev.hitlai.aitester.mind.skill;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/** "Click on the grid coordinate (1,-2)": the point of a lattice, counted from where axes cross. */
final class CoordinateSkill implements Skill {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)^(?:click|press|tap|select|choose|mark|pick|find)\\b.*?\\(?\\s*(?:x\\s*=\\s*)?(-?\\d+)\\s*[,;|/]\\s*(?:y\\s*=\\s*)?(-?\\d+)\\s*\\)?.*$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.plain(ahead.first());
    var asked = ASKED.matcher(clause);
    if (!asked.matches()
        || !clause.matches("(?i).*\\b(?:coordinates?|points?|position|grid|dot)\\b.*")) {
      return Optional.empty();
    }
    int x = Integer.parseInt(asked.group(1));
    int y = Integer.parseInt(asked.group(2));
    var job =
        new Once(
            sight ->
                point(x, y, sight).map(t -> Turn.press(sight, t, "it is the point asked for")));
    return job.fits(now) ? Assignment.of(job) : Optional.empty();
  }

  private static Optional<Thing> point(int x, int y, Sight now) {
    var points =
        now.matching(t -> t.paint().shape().matches("circle|ellipse|rect") && t.isLeaf())
            .filter(t -> t.area() < 1500 && t.area() > 4)
            .toList();
    var columns = steps(points, Thing::centerX);
    var rows = steps(points, Thing::centerY);
    if (columns.size() < 3 || rows.size() < 3) {
      return Optional.empty();
    }
    double across = columns.get(1) - columns.get(0);
    double down = rows.get(1) - rows.get(0);
    double centerX = axis(now, true).orElse(middle(columns)) + x * across;
    double centerY = axis(now, false).orElse(middle(rows)) - y * down;
    return points.stream()
        .min(
            Comparator.comparingDouble(
                t -> Math.hypot(t.centerX() - centerX, t.centerY() - centerY)))
        .filter(t -> Math.hypot(t.centerX() - centerX, t.centerY() - centerY) < across / 2);
  }

  private static double middle(List<Double> steps) {
    return (steps.getFirst() + steps.getLast()) / 2;
  }

  private static List<Double> steps(List<Thing> points, ToDoubleFunction<Thing> place) {
    return points.stream()
        .map(t -> (double) Math.round(place.applyAsDouble(t)))
        .distinct()
        .sorted()
        .toList();
  }

  /** Where the long line is that the other coordinate is nought on. */
  private static Optional<Double> axis(Sight now, boolean upright) {
    return now.matching(t -> t.paint().shape().equals("line"))
        .filter(
            t ->
                upright
                    ? t.box().height() > 50 && t.box().width() < 6
                    : t.box().width() > 50 && t.box().height() < 6)
        .max(Comparator.comparingDouble(t -> t.box().height() + t.box().width()))
        .map(t -> upright ? t.centerX() : t.centerY());
  }
}
