package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.mind.scent.Words;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Make the text area wider", "resize the box so that its height is smaller": by its corner. */
final class ResizeSkill implements Skill {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)^(?:pull|push|move|slide|shift|resize|enlarge|shrink|widen|stretch|narrow|make|drag|extend|reduce|increase|decrease|change"
              + " the size of)\\b.*$");
  private static final Pattern SIZE =
      Pattern.compile(
          "(?i)\\b(?:resize|size|width|height|wider|narrower|taller|shorter|higher|enlarge|shrink|widen|stretch|bigger|broader)\\b");
  private static final Pattern LESS =
      Pattern.compile(
          "(?i)\\b(?:smaller|less|narrower|narrow|shorter|shrink|reduce|decrease|lower|thinner)\\b");
  private static final Pattern ACROSS =
      Pattern.compile("(?i)\\b(?:width|wider|narrower|narrow|widen|broader|thinner)\\b");
  private static final Pattern DOWN =
      Pattern.compile("(?i)\\b(?:height|taller|shorter|higher|lower)\\b");
  private static final Pattern PIXELS = Pattern.compile("(?i)\\b(\\d{1,3}) ?(?:px|pixels)\\b");

  /** Where the handle is, and what it was like before, tell nothing about the change. */
  private static final Pattern PLACE =
      Pattern.compile(
          "(?i),? (?:by|with|using|at|in|on|via)(?: the| its| a)?(?:"
              + " (?:small|grey|little|drag|resize))*"
              + " (?:handle|grip|corner|edge|(?:upper|lower|top|bottom|left|right)\\b)(?:(?:"
              + " (?:in|at|on|of) (?:its|the))?["
              + " -](?:upper|lower|top|bottom|left|right|hand|corner|edge|side|handle|grip|box|note))*|"
              + " than (?:at the start|before|now|it (?:is|was)\\b.*)");

  private static final double USUAL = 30;

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = PLACE.matcher(ahead.plain(ahead.first())).replaceAll("");
    if (!ASKED.matcher(clause).matches()
        || !SIZE.matcher(clause).find()
        || clause.matches("(?i).*\\b(?:font|letters|order)\\b.*")) {
      return Optional.empty();
    }
    var divider = divider(clause, now);
    if (divider.isPresent()) {
      return Assignment.of(
          new Once(sight -> divider(clause, sight).map(t -> shift(t, clause, sight))));
    }
    if (!clause.matches("(?i)^(?:pull|push|move|slide|shift)\\b.*")
        && object(clause, now).isPresent()) {
      return Assignment.of(job(clause));
    }
    return Optional.empty();
  }

  /** The bar between two parts of the page, where the words speak of one or of such a part. */
  private static Optional<Thing> divider(String clause, Sight now) {
    return now.matching(
            t ->
                t.role().equals("separator") && t.isPressable()
                    || Texts.contains(t.node().hint(), "resize") && t.isLeaf() && !t.isField())
        .filter(t -> sides(t).stream().anyMatch(side -> side.area() > 4 * t.area()))
        .findFirst();
  }

  private static java.util.List<Thing> sides(Thing divider) {
    var parent = divider.parent();
    return parent == null
        ? java.util.List.of()
        : parent.children().stream().filter(t -> t != divider).toList();
  }

  /** Away from the part that is to grow, towards the one that is to shrink. */
  private static Turn shift(Thing divider, String clause, Sight now) {
    boolean across = divider.box().height() > divider.box().width();
    boolean less = LESS.matcher(clause).find();
    var behind =
        sides(divider).stream()
            .filter(side -> side.order() > divider.order())
            .filter(
                side ->
                    side.hasWords()
                        && Words.coverage(side.text() + " " + side.node().name(), clause) > 0)
            .findFirst();
    boolean named =
        sides(divider).stream()
            .filter(side -> side.order() < divider.order())
            .anyMatch(side -> Words.coverage(side.text() + " " + side.node().name(), clause) > 0);
    double by = (behind.isPresent() && !named) == less ? 2 * USUAL : -2 * USUAL;
    var box = divider.box();
    return Turn.act(
        new Action.Drag(
            now.element(divider),
            now.element(divider),
            0.5 + (across ? by / box.width() : 0),
            0.5 + (across ? 0 : by / box.height())),
        "the bar between the parts is pulled");
  }

  private static Job job(String clause) {
    return new Once(
        now ->
            object(clause, now)
                .map(
                    object ->
                        pull(
                            object,
                            change(clause, ACROSS, DOWN),
                            change(clause, DOWN, ACROSS),
                            now)));
  }

  /** By how many pixels one measure changes; none when only the other is spoken of. */
  private static double change(String clause, Pattern one, Pattern other) {
    if (other.matcher(clause).find() && !one.matcher(clause).find()) {
      return 0;
    }
    var pixels = PIXELS.matcher(clause);
    double by = pixels.find() ? Double.parseDouble(pixels.group(1)) : USUAL;
    return LESS.matcher(clause).find() ? -by : by;
  }

  private static Turn pull(Thing object, double right, double down, Sight now) {
    var handle = handle(object, now);
    var box = handle.orElse(object).box();
    boolean own = handle.isEmpty();
    double across = own ? 1 + right / box.width() : 0.5 + right / box.width();
    double below = own ? 1 + down / box.height() : 0.5 + down / box.height();
    var grip = now.element(handle.orElse(object));
    return Turn.act(
        own
            ? Action.Drag.byCorner(grip, across, below)
            : new Action.Drag(grip, grip, across, below),
        "its corner is pulled");
  }

  /** Something small at the lower right corner. */
  private static Optional<Thing> handle(Thing object, Sight now) {
    var box = object.box();
    double x = box.x() + box.width();
    double y = box.y() + box.height();
    return now.matching(t -> t != object && t.box().width() <= 24 && t.box().height() <= 24)
        .filter(t -> !object.isIn(t) && t.text().length() < 2)
        .filter(t -> Math.hypot(t.centerX() - x, t.centerY() - y) < 22)
        .min(Comparator.comparingDouble(t -> Math.hypot(t.centerX() - x, t.centerY() - y)));
  }

  private static Optional<Thing> object(String clause, Sight now) {
    if (clause.matches("(?i).*\\b(?:text ?(?:area|box|field)|textarea|field|input)\\b.*")) {
      return now.fields().stream()
          .filter(f -> f.takesText() && f.tag().equals("textarea"))
          .findFirst()
          .or(() -> now.fields().stream().filter(Thing::takesText).findFirst());
    }
    return now.matching(t -> !t.tag().matches("body|html") && handle(t, now).isPresent())
        .max(Comparator.comparingDouble(Thing::area));
  }
}
