package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;

/** Brings a card to its column by the arrows on it, one column at a press. */
final class StepsJob implements Job {
  private static final int MOST_STEPS = 10;
  private static final double SAME_COLUMN = 40;

  private final String what;
  private final String where;
  private int steps;

  StepsJob(String what, String where) {
    this.what = what;
    this.where = where;
  }

  @Override
  public boolean fits(Sight now) {
    return arrow(now).isPresent();
  }

  @Override
  public Turn turn(Sight now) {
    var arrow = arrow(now);
    return arrow.isEmpty() || steps++ >= MOST_STEPS
        ? steps > 0 ? Turn.done() : Turn.stuck("“" + what + "” can't be moved there")
        : Turn.press(now, arrow.get(), "“" + what + "” has to come to “" + where + "”");
  }

  /** The arrow on the card that points to where it belongs; empty when it is there. */
  private Optional<Thing> arrow(Sight now) {
    var card = named(what, now);
    var head = named(where, now);
    if (card.isEmpty() || head.isEmpty()) {
      return Optional.empty();
    }
    double way = head.get().centerX() - card.get().centerX();
    double down = head.get().centerY() - card.get().centerY();
    boolean there =
        head.get().around().limit(3).anyMatch(t -> card.get().isIn(t) && isColumn(t, head.get()));
    if (there) {
      return Optional.empty();
    }
    boolean aside = Math.abs(way) > SAME_COLUMN || Math.abs(way) > Math.abs(down);
    var sign =
        aside
            ? way > 0
                ? "[→➡▶►›»>⇨]|(?i).*\\b(?:right|next|forward)\\b.*"
                : "[←⬅◀◄‹«<⇦]|(?i).*\\b(?:left|previous|back)\\b.*"
            : down > 0 ? "[↓⬇▼]|(?i).*\\bdown\\b.*" : "[↑⬆▲]|(?i).*\\bup\\b.*";
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(card.get()), card.get().around().limit(3))
        .map(
            part ->
                part.all()
                    .filter(t -> t.isPressable() && t.isLeaf() && !t.isField())
                    .filter(
                        t ->
                            (t.hasWords() ? t.text() : t.node().name()).strip().matches(sign)
                                || t.node().name().matches(sign))
                    .toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .filter(found -> found.size() == 1)
        .map(List::getFirst);
  }

  /** Only one head is in it. */
  private static boolean isColumn(Thing part, Thing head) {
    return part.parent() != null
        && part.parent().children().stream().filter(t -> t.tag().equals(part.tag())).count() > 1
        && head.isIn(part);
  }

  private static Optional<Thing> named(String words, Sight now) {
    return now.matching(
            t ->
                Texts.same(t.own(), words)
                    || Texts.same(t.own().replaceAll("\\s*\\(?\\d+\\)?$", ""), words))
        .reduce((outer, inner) -> inner);
  }
}
