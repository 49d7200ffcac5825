package dev.hitlai.aitester.mind.skill;

/** Where people press a thing: on its words rather than on the empty part of its line. */
final class Handles {
  private Handles() {}

  /** A name written on a drawing stands for the shape that it is written on. */
  private static Thing under(Thing name, Sight now) {
    return now.matching(t -> t.tag().matches("path|polygon|rect|circle|ellipse") && t.isPressable())
        .filter(
            t ->
                Math.abs(t.centerX() - name.centerX()) < t.box().width() / 2
                    && Math.abs(t.centerY() - name.centerY()) < t.box().height() / 2)
        .min(
            java.util.Comparator.comparingDouble(
                t ->
                    Math.hypot(t.centerX() - name.centerX(), t.centerY() - name.centerY())
                        - (t.parent() == name.parent() ? 1000 : 0)))
        .orElse(name);
  }

  static Thing of(Thing thing, Sight now) {
    if (now.persona().keyboardOnly()) {
      return thing;
    }
    if (thing.tag().matches("text|tspan") && !thing.isPressable()) {
      return under(thing, now);
    }
    if (!thing.isPressable()) {
      var inside = thing.all().filter(t -> t != thing && t.isPressable() && !t.isField()).toList();
      return inside.size() == 1 ? inside.getFirst() : thing;
    }
    boolean entry = thing.role().equals("treeitem") || thing.tag().equals("li");
    return entry
        ? thing.children().stream()
            .filter(t -> !t.own().isBlank() && t.isLeaf() && !t.isField())
            .findFirst()
            .orElse(thing)
        : thing;
  }
}
