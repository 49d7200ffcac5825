package dev.hitlai.aitester.mind.skill;

import java.util.ArrayDeque;
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
      if (isSampled(thing, text, wanted)) {
        thing.all().forEach(found::add);
      }
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

  /** "Click on the … box" with a patch of the colour, or a picture, in the place of its name. */
  private static boolean isSampled(Thing thing, String text, String wanted) {
    var words = new ArrayDeque<>(List.of(wanted.split(" ")));
    var said = List.of(text.split(" "));
    boolean sample =
        said.size() > 2
            && said.size() < words.size()
            && said.size() >= words.size() - 2
            && text.length() < wanted.length()
            && thing.children().stream().noneMatch(one -> squeezed(one.text()).equals(text))
            && thing.all().anyMatch(t -> !t.hasWords() && t.isLeaf())
            && thing.all().noneMatch(t -> t.isField() || t.tag().equals("button"));
    return sample && said.stream().allMatch(word -> skipTo(word, words));
  }

  private static boolean skipTo(String word, ArrayDeque<String> words) {
    while (!words.isEmpty()) {
      if (words.poll().equals(word)) {
        return true;
      }
    }
    return false;
  }

  private static String squeezed(String text) {
    return text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
