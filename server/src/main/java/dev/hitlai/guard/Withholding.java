package dev.hitlai.guard;

import java.util.List;

/** Takes the lines that give orders out of a text. */
final class Withholding {
  private static final String MARK = "[withheld: reads like an order to a model]";

  /** Pieces of a split order are short, and not many. */
  private static final int SHORT = 90;

  private static final List<Integer> PIECES = List.of(16, 12, 8, 6, 4, 3, 2);

  private final Guard guard;

  Withholding(Guard guard) {
    this.guard = guard;
  }

  String of(String text) {
    if (guard.orders(text).isEmpty() && guard.orders(text.replaceAll("\\R+", " ")).isEmpty()) {
      return text;
    }
    var lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].isBlank() && !guard.orders(lines[i]).isEmpty()) {
        lines[i] = MARK;
      }
    }
    for (int size : PIECES) {
      withholdTogether(lines, size);
    }
    return String.join("\n", lines);
  }

  private void withholdTogether(String[] lines, int size) {
    for (int from = 0; from + size <= lines.length; from++) {
      var window = List.of(lines).subList(from, from + size);
      boolean pieces =
          window.stream()
              .allMatch(line -> line.length() <= SHORT && !line.isBlank() && !line.equals(MARK));
      if (pieces && !guard.orders(String.join(" ", window)).isEmpty()) {
        for (int i = from; i < from + size; i++) {
          lines[i] = MARK;
        }
      }
    }
  }
}
