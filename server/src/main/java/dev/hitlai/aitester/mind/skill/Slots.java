package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** All that waits for a value on a page, in the order of the page. */
final class Slots {
  private static final String STEPPING =
      "(?i)\\b(?:increase|increment|raise|up|plus|more|add|one|step|by|to|of|the|number|value)\\b|[^\\p{L}"
          + " ]";

  private static final Map<String, String> UNITS =
      Map.of(
          "h", "hours", "hr", "hours", "hrs", "hours", "min", "minutes", "mins", "minutes", "m",
          "minutes", "sec", "seconds", "secs", "seconds", "s", "seconds");
  private static final Pattern HALF = Pattern.compile("(?i)[ap]\\.?m\\.?");

  private Slots() {}

  static List<Slot> of(Sight now) {
    var slots = new ArrayList<Slot>();
    var dialog = now.dialog();
    for (var thing : now.things()) {
      if (thing.node().disabled() || dialog != null && !thing.isIn(dialog)) {
        continue;
      }
      var slot = slot(thing, now);
      if (slot != null) {
        slots.add(slot);
      }
    }
    return slots;
  }

  private static @org.jspecify.annotations.Nullable Slot slot(Thing thing, Sight now) {
    if (thing.isField()) {
      return ofField(thing, now);
    }
    if (HALF.matcher(thing.text()).matches() && thing.isPressable() && thing.isLeaf()) {
      return halves(thing, now);
    }
    return thing.isLeaf() && isStepped(thing, now)
        ? new Slot(Slot.Kind.NUMBER, thing, stepped(thing, now), List.of(), List.of())
        : null;
  }

  /** Buttons for the half of the day: one for each, or one that goes from one to the other. */
  private static @org.jspecify.annotations.Nullable Slot halves(Thing thing, Sight now) {
    var both =
        now.matching(t -> t.isLeaf() && t.isPressable() && HALF.matcher(t.text()).matches())
            .limit(2)
            .toList();
    boolean turns = both.size() == 1;
    return both.getFirst() != thing
        ? null
        : new Slot(
            Slot.Kind.OPTIONS,
            thing,
            "",
            turns ? List.of("AM", "PM") : both.stream().map(Thing::text).toList(),
            turns ? List.of(thing, thing) : both);
  }

  private static @org.jspecify.annotations.Nullable Slot ofField(Thing thing, Sight now) {
    var label = label(thing, now);
    var control = thing.control();
    if (thing.tag().equals("select")) {
      var options =
          control == null || control.field() == null
              ? List.<String>of()
              : control.field().options();
      return new Slot(Slot.Kind.OPTIONS, thing, label, options, List.of());
    }
    return switch (thing.role()) {
      case "checkbox", "switch" -> new Slot(Slot.Kind.BOX, thing, label, List.of(), List.of());
      case "radio" -> radios(thing, now);
      default -> kind(thing) == null || isText(thing) ? null : plain(thing, label);
    };
  }

  /** Text to be worked on rather than a field to be filled. */
  private static boolean isText(Thing thing) {
    return thing.takesText()
        && !thing.tag().matches("input|textarea")
        && !(thing.value() + thing.text()).isBlank();
  }

  private static String label(Thing thing, Sight now) {
    var name = thing.node().name();
    var column = name.isBlank() ? Lines.column(thing, now) : Optional.<String>empty();
    if (column.isPresent()) {
      return column.get();
    }
    var label = name.isBlank() ? BriefJob.label(thing, now) : name;
    return label.matches(".*\\p{L}.*") ? label : around(thing).orElse(label);
  }

  /** The words that a value stands in: "At least €300". */
  private static Optional<String> around(Thing thing) {
    return thing
        .around()
        .limit(2)
        .map(Thing::own)
        .filter(words -> words.matches(".*\\p{L}.*") && words.length() < 60)
        .findFirst();
  }

  private static Slot plain(Thing thing, String label) {
    var kind = kind(thing);
    return new Slot(kind == null ? Slot.Kind.TEXT : kind, thing, label, List.of(), List.of());
  }

  private static Slot.@org.jspecify.annotations.Nullable Kind kind(Thing thing) {
    return switch (thing.type()) {
      case "date" -> Slot.Kind.DATE;
      case "time" -> Slot.Kind.TIME;
      case "number", "range" -> Slot.Kind.NUMBER;
      default ->
          thing.role().matches("slider|spinbutton")
              ? Slot.Kind.NUMBER
              : thing.takesText() ? Slot.Kind.TEXT : null;
    };
  }

  /** A group stands for all its buttons; it is told by the first of them. */
  private static @org.jspecify.annotations.Nullable Slot radios(Thing first, Sight now) {
    var group =
        now.fields().stream()
            .filter(f -> f.role().equals("radio") && group(f).equals(group(first)))
            .filter(f -> together(f, first))
            .toList();
    if (group.isEmpty() || group.getFirst() != first) {
      return null;
    }
    var options =
        group.stream().map(f -> f.hasWords() ? f.text() : BriefJob.label(f, now)).toList();
    return new Slot(Slot.Kind.OPTIONS, first, group(first), options, group);
  }

  private static String group(Thing radio) {
    var control = radio.control();
    return control == null ? "" : control.context().group();
  }

  /** In one row or one block, no other kind of field between them. */
  private static boolean together(Thing one, Thing other) {
    var shared = one.around().filter(other::isIn).findFirst();
    return shared
        .filter(block -> block.all().filter(Thing::isField).allMatch(f -> f.role().equals("radio")))
        .isPresent();
  }

  /** A number between a plus and a minus. */
  private static boolean isStepped(Thing thing, Sight now) {
    return thing.own().matches("-?\\d{1,4}(?:[.,]\\d+)?\\s*(?:[°%]\\s?\\p{L}?|\\p{L}{1,7}\\.?)?")
        && !NumberWidget.raisers(thing, now).isEmpty()
        && !NumberWidget.beside(thing, "decrease", now).isEmpty();
  }

  /** "Minute up": what raises it may say what it is, and not only that it rises. */
  private static String told(Thing number, Sight now) {
    return NumberWidget.raisers(number, now).stream()
        .findFirst()
        .map(t -> t.node().name().replaceAll(STEPPING, " ").replaceAll("\\s+", " ").strip())
        .filter(name -> name.matches("\\p{L}.{2,30}"))
        .orElse("");
  }

  /** The words nearest below or above it, as under the wheels of a clock. */
  private static Optional<String> inColumn(Thing number, Sight now) {
    return now.matching(t -> t.own().matches("\\p{L}[\\p{L} ]{1,20}\\.?") && !t.isPressable())
        .filter(t -> Math.abs(t.centerX() - number.centerX()) < 20)
        .filter(t -> Math.abs(t.centerY() - number.centerY()) < 90)
        .min(Comparator.comparingDouble(t -> Math.abs(t.centerY() - number.centerY())))
        .map(Thing::own);
  }

  /** The words in the same row. */
  private static String stepped(Thing number, Sight now) {
    var told = told(number, now);
    if (!told.isEmpty()) {
      return told;
    }
    var parent = number.parent();
    if (parent != null && parent.own().matches("\\p{L}{3,20}")) {
      return parent.own();
    }
    return number
        .around()
        .limit(3)
        .flatMap(Thing::all)
        .filter(t -> !t.own().isBlank() && t.own().matches(".*\\p{L}{3}.*") && t != number)
        .filter(t -> Rows.sameLine(t, number) && t.centerX() < number.centerX())
        .map(Thing::own)
        .findFirst()
        .or(() -> FieldNames.before(number, now).filter(text -> text.matches(".*\\p{L}{2}.*")))
        .or(() -> around(number))
        .or(() -> inColumn(number, now))
        .map(words -> UNITS.getOrDefault(words.toLowerCase(Locale.ROOT), words))
        .orElse("");
  }
}
