package dev.hitlai.aitester.page;

import dev.hitlai.aitester.Box;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is drawn on the page, as a tree in document order: also what is no control and no
 * text, such as coloured shapes, rows and cards. On very large pages only the beginning.
 */
public record Scene(List<Node> nodes) {
  public static final Scene EMPTY = new Scene(List.of());

  /**
   * How it is painted.
   *
   * @param color of its text, as {@code #rrggbb}
   * @param fill what the area itself is filled with, empty when one sees through
   * @param shape {@code circle}, {@code rect}, {@code polygonN} …, empty when nothing is outlined
   * @param size of the font in CSS pixels
   * @param style {@code italic}, {@code underline}, {@code strike}, several with a space between
   */
  public record Paint(
      String color, String fill, String shape, boolean bold, double size, @Nullable String style) {
    public boolean is(String wanted) {
      return style != null && style.contains(wanted);
    }
  }

  /**
   * Something drawn.
   *
   * @param ref the same handle as of an {@link Element}
   * @param parent index of what it stands in, -1 at the top
   * @param own words that stand directly in it
   * @param text all words in it, empty for large parts of a page
   * @param name accessible name, empty when there is none
   * @param hint what a picture without words seems to show
   * @param value what a field holds now; never a password
   * @param pointer whether the pointer becomes a hand over it
   * @param unscrolled pixels still hidden below, 0 when it doesn't scroll
   */
  public record Node(
      int ref,
      int parent,
      String tag,
      String role,
      String selector,
      Box box,
      Paint paint,
      String own,
      String text,
      String name,
      String hint,
      String value,
      boolean pointer,
      boolean field,
      boolean disabled,
      @Nullable Boolean checked,
      @Nullable Boolean expanded,
      @Nullable Boolean selected,
      boolean focused,
      boolean draggable,
      @Nullable Double min,
      @Nullable Double max,
      @Nullable Double step,
      int unscrolled) {

    public Node {
      own = orEmpty(own);
      text = orEmpty(text);
      name = orEmpty(name);
      hint = orEmpty(hint);
      value = orEmpty(value);
    }

    private static String orEmpty(@Nullable String words) {
      return words == null ? "" : words;
    }

    /** What a person would call it: its words, else its name. */
    public String label() {
      return text.isBlank() ? name : text;
    }
  }

  public Scene {
    nodes = List.copyOf(nodes);
  }
}
