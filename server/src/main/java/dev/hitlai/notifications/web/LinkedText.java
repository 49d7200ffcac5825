package dev.hitlai.notifications.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Plain text parted into addresses and what stands between them. */
public final class LinkedText {
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");

  private LinkedText() {}

  /** A piece of the text. */
  public record Part(String text, boolean link) {}

  public static List<Part> of(String text) {
    var parts = new ArrayList<Part>();
    var found = ADDRESS.matcher(text);
    int from = 0;
    while (found.find()) {
      parts.add(new Part(text.substring(from, found.start()), false));
      parts.add(new Part(found.group(), true));
      from = found.end();
    }
    parts.add(new Part(text.substring(from), false));
    return parts;
  }
}
