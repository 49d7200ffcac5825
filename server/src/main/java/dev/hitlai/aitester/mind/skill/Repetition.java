package dev.hitlai.aitester.mind.skill;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where the page repeats the mission's own words: to be read, not to be used. */
final class Repetition {
  private static final int SHORTEST = 12;

  private Repetition() {}

  static Set<Thing> of(String mission, List<Thing> things) {
    var wanted = squeezed(mission);
    var found = new HashSet<Thing>();
    if (wanted.length() < SHORTEST) {
      return found;
    }
    for (var thing : things) {
      var text = squeezed(thing.text());
      if (text.contains(wanted)) {
        found.add(thing); // the part of the page that holds it is not called by its words either
      }
      if (text.contains(wanted)
          && text.length() < wanted.length() * 1.5
          && thing.children().stream().noneMatch(one -> squeezed(one.text()).contains(wanted))
          && thing.all().noneMatch(Thing::isField)
          && thing.all().noneMatch(one -> one.tag().equals("button"))) {
        thing.all().forEach(found::add);
      }
    }
    return found;
  }

  private static String squeezed(String text) {
    return text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
