package dev.hitlai.aitester.page;

import dev.hitlai.aitester.Box;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a person can act on, as perceived.
 *
 * @param ref handle of the element within its {@link PageView}; the browser resolves it
 * @param frame 0 for the page itself, else the index of the frame it lives in
 * @param tag lower-case tag name
 * @param role ARIA role, explicit or implied ({@code link}, {@code button}, {@code textbox} …)
 * @param name accessible name; empty when assistive technology finds none
 * @param text visible text, trimmed, at most 200 characters
 * @param selector stable CSS selector (id, test id, name, label, then short structural path)
 * @param order position in the document, from 0: a group's header comes before its contents
 * @param tabOrder position in the tab sequence, -1 when it can't be reached by keyboard
 */
public record Element(
    int ref,
    int frame,
    String tag,
    String role,
    String name,
    String text,
    String selector,
    Box box,
    Look look,
    State state,
    Context context,
    @Nullable Link link,
    @Nullable Field field,
    int order,
    int tabOrder) {

  /**
   * How it looks.
   *
   * @param visible rendered with a size, not hidden by style or an ancestor
   * @param inViewport at least partly within the viewport now
   * @param occluded its centre is covered by another element that is not its descendant
   * @param contrast text against its background, 1 to 21; 0 when there is no text or it is over an
   *     image
   * @param iconOnly shows an image or glyph and no text
   * @param hoverOnly shows only while something is hovered
   */
  public record Look(
      boolean visible,
      boolean inViewport,
      boolean occluded,
      double fontSize,
      double contrast,
      String color,
      String background,
      boolean iconOnly,
      boolean hoverOnly) {}

  /** What it is in now; null where the state does not apply to it. */
  public record State(
      boolean disabled,
      @Nullable Boolean checked,
      @Nullable Boolean expanded,
      @Nullable Boolean selected,
      boolean focused,
      boolean readOnly) {}

  /**
   * Where it stands.
   *
   * @param heading nearest heading before it
   * @param landmark role of the landmark around it ({@code navigation}, {@code main} …), else empty
   * @param group label of the fieldset, list, row, card or menu around it
   */
  public record Context(String heading, String landmark, String group) {}

  /** Where a link leads. */
  public record Link(String href, boolean newTab, boolean external, boolean download) {}

  /**
   * A form control.
   *
   * @param form index into {@link PageView#forms()}, -1 outside of forms
   * @param type {@code text}, {@code email}, {@code checkbox}, {@code select}, {@code textarea},
   *     {@code combobox} …
   * @param label visible label text, empty when only a placeholder or nothing says what to enter
   * @param options visible texts of a select's or list's options
   * @param error text of the error message tied to it or next to it
   */
  public record Field(
      int form,
      String type,
      String label,
      String placeholder,
      String autocomplete,
      String hint,
      boolean required,
      boolean invalid,
      String error,
      @Nullable String pattern,
      int maxLength,
      int valueLength,
      List<String> options) {

    public Field {
      options = List.copyOf(options);
    }
  }

  /** What a person would call it: the visible text, else the accessible name, else the label. */
  public String label() {
    if (!text.isBlank()) {
      return text;
    }
    if (!name.isBlank()) {
      return name;
    }
    return field != null && !field.label().isBlank() ? field.label() : tag;
  }

  public boolean usable() {
    return look.visible() && !state.disabled();
  }
}
