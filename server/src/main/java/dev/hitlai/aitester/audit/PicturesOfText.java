package dev.hitlai.aitester.audit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Looks into picture files for text; remembers each file for the run. */
final class PicturesOfText {
  private static final int MOST = 40;

  /** So many letters in lines are no sign and no name. */
  private static final int PLENTY = 25;

  private static final int FEWEST = 6;
  private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");

  private final LinkCheck check;
  private final Map<String, Integer> known = new HashMap<>();

  PicturesOfText(LinkCheck check) {
    this.check = check;
  }

  /** Whether the picture is text: much of it, or as many letters as its alternative has. */
  boolean isText(Hit hit) {
    var address = hit.word("address");
    if (!known.containsKey(address) && known.size() >= MOST) {
      return false;
    }
    int letters = known.computeIfAbsent(address, this::letters);
    long said = LETTER.matcher(hit.word("words")).results().count();
    boolean sentence = hit.word("words").strip().contains(" ");
    return letters >= PLENTY
        || sentence && letters >= FEWEST && Math.abs(letters - said) <= Math.max(1, said / 7);
  }

  private int letters(String address) {
    try {
      var bytes = check.bytes(URI.create(address));
      var picture = bytes.isEmpty() ? null : ImageIO.read(new ByteArrayInputStream(bytes.get()));
      return picture == null ? 0 : PaintedText.letters(picture);
    } catch (IOException | IllegalArgumentException e) {
      return 0; // No file that can be read says nothing about text.
    }
  }
}
