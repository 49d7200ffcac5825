package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** "Reason: team meeting": all that stands behind what a field for text is called. */
final class Labelled {
  private static final int SHORTEST_NAME = 3;

  private Labelled() {}

  /** A text for a field, with where it begins and ends in the words of the wish. */
  record Text(Slot slot, String value, int start, int end) {}

  static List<Text> of(Wish wish, List<Slot> slots) {
    var found = new ArrayList<Text>();
    for (var slot : slots) {
      if (slot.kind() != Slot.Kind.TEXT
          || slot.name().length() < SHORTEST_NAME
          || slot.type().matches("email|tel|password|number")) {
        continue;
      }
      var said =
          Pattern.compile(
                  "(?i)(?<!\\p{L})"
                      + Pattern.quote(slot.name())
                      + ":\\s+(?!Q\\d)(\\p{L}[^.;:?!\\n@]*?\\s[^.;:?!\\n@]*?)(?=[.;!?]|,?"
                      + " (?:and )?\\p{L}[\\p{L} ]{1,20}:|$)")
              .matcher(wish.words());
      if (said.find() && !said.group(1).matches(".*\\bQ\\d.*")) {
        found.add(new Text(slot, said.group(1).strip(), said.start(1), said.end(1)));
      }
    }
    return found;
  }
}
