package dev.hitlai.aitester.mind.skill;

/** Where people press a thing: on its words rather than on the empty part of its line. */
final class Handles {
  private Handles() {}

  static Thing of(Thing thing, Sight now) {
    if (now.persona().keyboardOnly()) {
      return thing;
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
