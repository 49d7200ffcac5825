package dev.hitlai.guard.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a text into pieces that can be judged each on its own. */
final class Segments {
  private static final int LONGEST = 320;
  private static final int SHORTEST = 12;

  /** More pieces than a page of a shop has; what is longer is judged by patterns alone. */
  private static final int MOST = 150;

  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?…])[\"”»']?\\s+|(?<=[。！？])");

  private Segments() {}

  /** Lines, and their sentences where a line has several. */
  static List<String> of(String text) {
    var pieces = new LinkedHashSet<String>();
    for (var line : text.split("\\R+")) {
      var block = line.strip();
      if (block.length() <= LONGEST) {
        add(pieces, block);
      }
      var sentences = SENTENCE.split(block);
      for (int i = 0; i < sentences.length && sentences.length > 1; i++) {
        add(pieces, sentences[i].strip());
      }
      if (block.length() > LONGEST && sentences.length == 1) {
        for (int at = 0; at < block.length(); at += LONGEST / 2) {
          add(pieces, block.substring(at, Math.min(block.length(), at + LONGEST)));
        }
      }
    }
    return pieces.stream().limit(MOST).toList();
  }

  private static void add(LinkedHashSet<String> pieces, String piece) {
    boolean wide = piece.codePoints().anyMatch(point -> point > 0x2E80);
    if (piece.length() >= (wide ? 8 : SHORTEST) && (wide || piece.indexOf(' ') > 0)) {
      pieces.add(piece.length() > LONGEST ? piece.substring(0, LONGEST) : piece);
    }
  }
}
