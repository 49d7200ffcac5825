package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The entries of a list with what they can be told by, each with its control. */
final class Units {

  /**
   * One of them.
   *
   * @param control what is ticked or pressed
   * @param words all that stands in its part of the page
   */
  record Unit(Thing control, Thing row, String words) {
    String label() {
      return nameOf(control).isBlank() ? words : nameOf(control);
    }

    /** Whether it shows its state: marked or not, or by the word that it bears. */
    boolean isKnown() {
      var node = control.node();
      return node.checked() != null || node.selected() != null || says("on|off|yes|no");
    }

    private boolean says(String words) {
      return control.text().strip().matches("(?i)" + words);
    }

    boolean isOn() {
      var node = control.node();
      if (node.checked() == null && node.selected() == null && says("on|yes")) {
        return true;
      }
      return Boolean.TRUE.equals(node.checked())
          || node.checked() == null && Boolean.TRUE.equals(node.selected());
    }
  }

  private Units() {}

  /** Boxes, switches and options; what is marked by a press when there are none. */
  static List<Unit> choices(Sight now) {
    var boxes = of(now, t -> t.role().matches("checkbox|switch|menuitemcheckbox"));
    if (boxes.size() > 1) {
      return boxes.stream().filter(unit -> !isForAll(unit)).toList();
    }
    var options = of(now, t -> t.role().matches("option|radio"));
    if (options.size() > 1) {
      return options;
    }
    var peers = Peers.largest(now);
    return peers.stream().map(t -> new Unit(t, t, t.label())).toList();
  }

  private static boolean isForAll(Unit unit) {
    var all = "(?i)(?:(?:un)?(?:select|tick|check|mark|choose))? ?(?:all|everything|none)\\b.*";
    return unit.label().matches(all) || unit.control().node().name().matches(all);
  }

  /** The controls in the rows that do something with their row. */
  static List<Unit> doing(String deed, Sight now) {
    var words = Deeds.of(deed);
    return of(
        now,
        t ->
            t.isPressable()
                && !t.isField()
                && t.label().length() < 40
                && words.stream().anyMatch(word -> says(t, word)));
  }

  /** Buttons of a deed, though they may be locked as yet. */
  static List<Thing> common(String word, Sight now) {
    return Nesting.innermost(
        now.matching(
                t -> t.isPressable() && !t.isField() && t.label().length() < 40 && says(t, word))
            .toList());
  }

  /** "Follow" and "Follow Ann" say so, "Following" does not. */
  private static boolean says(Thing thing, String word) {
    var label =
        (thing.text().length() > 1 ? thing.text() : thing.node().name())
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^[^\\p{L}\\p{N}]+(?=\\p{L})", "");
    boolean picture =
        thing.text().length() <= 2
            && Icons.likeness(
                    word, thing.text() + " " + thing.node().name() + " " + thing.node().hint())
                > 0;
    return label.equals(word) || label.startsWith(word + " ") || picture;
  }

  private static List<Unit> of(Sight now, Predicate<Thing> isControl) {
    var dialog = now.dialog();
    var controls =
        Nesting.innermost(
            now.matching(isControl)
                .filter(t -> !t.node().disabled())
                .filter(t -> dialog == null || t.isIn(dialog))
                .toList());
    var units = new ArrayList<Unit>();
    for (var control : controls) {
      var row = row(control, controls);
      units.add(new Unit(control, row, words(row, control)));
    }
    return units;
  }

  /** The largest part of the page around it that holds no other of them. */
  private static Thing row(Thing control, List<Thing> all) {
    var row = control;
    while (row.parent() != null) {
      var wider = row.parent();
      if (all.stream().anyMatch(other -> other != control && other.isIn(wider))
          || wider.tag().equals("body")) {
        break;
      }
      row = wider;
    }
    return row;
  }

  private static String words(Thing row, Thing control) {
    return Stream.concat(
            Stream.of(nameOf(control)),
            row.all().map(t -> t.own() + (t.text().isBlank() ? " " + t.node().name() : "")))
        .map(String::strip)
        .filter(text -> !text.isBlank())
        .distinct()
        .reduce("", (one, other) -> one.isEmpty() ? other : one + " · " + other);
  }

  static String nameOf(Thing thing) {
    var control = thing.control();
    var label = control == null || control.field() == null ? "" : control.field().label();
    boolean isNative = thing.tag().matches("input|select|textarea");
    if (thing.isField() && !isNative && thing.text().matches(".*\\p{L}.*")) {
      return thing.text(); // a box of one's own making has its words in it
    }
    if (!thing.text().isBlank() && !thing.isField()) {
      return thing.text();
    }
    return label.isBlank() ? thing.node().name() : label;
  }
}
