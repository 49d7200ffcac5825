package dev.hitlai.aitester.mind.skill;

/** By what a thing is known again that may be drawn anew. */
final class Marks {
  private Marks() {}

  /**
   * What is called the same is told by its place; a button that leads on is a new one on each page.
   */
  static String of(Thing thing, Sight now) {
    var label = Texts.plain(thing.label());
    long earlier =
        now.matching(
                t ->
                    t.order() < thing.order()
                        && !thing.isIn(t)
                        && t.tag().equals(thing.tag())
                        && Texts.plain(t.label()).equals(label))
            .count();
    boolean leadsOn = Commit.isStep(thing) && !label.startsWith("forward"); // which is a deed, too
    return label + "|" + earlier + (leadsOn ? String.join("|", now.lines()) : "");
  }
}
