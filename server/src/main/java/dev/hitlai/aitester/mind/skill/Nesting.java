package dev.hitlai.aitester.mind.skill;

import java.util.List;

/** One thing is often drawn by several, one in the other. */
final class Nesting {
  private Nesting() {}

  /** Of things in each other only one: the control, else the innermost. */
  static List<Thing> innermost(List<Thing> things) {
    return things.stream()
        .filter(one -> things.stream().noneMatch(other -> other != one && prefers(other, one)))
        .toList();
  }

  private static boolean prefers(Thing other, Thing one) {
    if (other.isIn(one)) {
      return other.isPressable() || !one.isPressable();
    }
    return one.isIn(other) && other.isPressable() && !one.isPressable();
  }
}
