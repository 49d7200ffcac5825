package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.form.FieldMeaning;
import java.util.List;
import java.util.Locale;

/**
 * Something on the page that waits for a value.
 *
 * @param thing the field, or the number of a stepper, or the first of a group of radio buttons
 * @param label what it is called
 * @param options what can be chosen in it, empty when anything goes
 * @param choices the radio buttons for the options, empty for other kinds
 */
record Slot(Kind kind, Thing thing, String label, List<String> options, List<Thing> choices) {
  /** What it takes. */
  enum Kind {
    TEXT,
    NUMBER,
    DATE,
    TIME,
    OPTIONS,
    BOX
  }

  private static final String UNSAID =
      "(?i)\\W*(?:(?:please )?(?:choose|select|pick(?!"
          + " up))\\b.*|.*(?:…|\\.{3})|[-–—]+ ?.*[-–—]+|any|none|all|automatic|-*|\\.\\.\\.)\\W*";

  FieldMeaning meaning() {
    var spaced = label.strip();
    return switch (thing.type()) {
      case "email" -> FieldMeaning.EMAIL;
      case "password" ->
          FieldMeaning.of(spaced) == FieldMeaning.PASSWORD_AGAIN || isRepeat()
              ? FieldMeaning.PASSWORD_AGAIN
              : FieldMeaning.PASSWORD;
      case "tel" -> FieldMeaning.PHONE;
      default -> FieldMeaning.of(spaced);
    };
  }

  /** Says that one has to take what it offers below. */
  boolean offersItself() {
    var control = thing.control();
    var field = control == null ? null : control.field();
    var words = label + " " + (field == null ? "" : field.placeholder() + " " + field.hint());
    return !thing.role().equals("combobox")
        && words.matches(
            "(?i).*(?:\\b(?:pick|choose|select|take)\\b.{0,20}\\b(?:list|suggest\\w*|below|matches)\\b|\\b(?:start|begin)"
                + " typing\\b|\\bat least \\d"
                + " (?:letters|characters)\\b.{0,20}\\b(?:list|suggest|pick|choose)).*");
  }

  /** A list in which several may be chosen. */
  boolean takesSeveral() {
    return thing.tag().equals("select") && thing.role().equals("listbox");
  }

  /** Asks for the same as the field before it once more. */
  boolean isRepeat() {
    return label
        .toLowerCase(Locale.ROOT)
        .matches(".*\\b(?:repeat|again|confirm|verify|retype|re-?enter|once more)\\b.*");
  }

  /** The options that are a choice, without the words that ask for one. */
  List<String> offers() {
    return options.stream().filter(option -> !option.matches(UNSAID)).toList();
  }

  /** The label without numbers and signs that only show its value. */
  String name() {
    return label
        .replaceAll("[€$£]?\\s?\\d[\\d.,]*\\s*[%°]?", " ")
        .replaceAll("\\([^)]*\\)|[:*?]", " ")
        .replaceAll("\\s+", " ")
        .strip();
  }

  String type() {
    return thing.type();
  }

  /** Its label, placeholder or an example asks for a date. */
  boolean speaksOfDates() {
    var control = thing.control();
    var field = control == null ? null : control.field();
    return label.matches(
            "(?i).*\\b(?:date|day|until|birth\\w*|expir\\w*|arriv\\w*|depart\\w*)\\b.*")
        || field != null
            && field
                .placeholder()
                .matches("(?i).*(?:[dmy]{2,4}[-/. ]){2}[dmy]{2,4}.*|.*\\d[-/.]\\d{1,2}[-/.]\\d.*");
  }

  int ref() {
    return thing.node().ref();
  }
}
