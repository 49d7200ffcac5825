package dev.hitlai.recording.internal.signals;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A whole session in the order of time; all times are milliseconds since 1970. Read once and asked
 * by every detector.
 */
public record Story(
    List<PageView> pages,
    List<Click> clicks,
    List<Movement> movements,
    List<Scroll> scrolls,
    List<FormEvent> forms,
    List<Key> keys,
    List<Request> requests,
    List<JsError> errors,
    List<Shift> shifts,
    List<Deed> deeds) {

  /** Bits of {@code click_events.flags}. */
  public static final class Flags {
    public static final int SCRIPTED = 2;
    static final int LINK = 4;
    static final int CONTROL = 8;
    static final int TEXT_FIELD = 16;
    static final int REPEATED = 32;
    static final int SELECTED = 64;
    static final int DISABLED = 128;
    public static final int KEYBOARD = 512;
    public static final int TELEPORTED = 1024;
    public static final int TOUCH = 2048;
    static final int POINTER_CURSOR = 16384;

    private Flags() {}
  }

  /** Bits of what a click caused. */
  static final class Effects {
    static final int NAVIGATION = 2;
    static final int REQUEST = 4;
    static final int UNREADABLE_CANVAS = 4096;
    static final int PAGE_LEFT = 32768;

    /** Answers that are there at once when a control does what it is for. */
    static final int AT_ONCE = 1 | 512 | 1024 | 2048 | 8192 | 16384 | 256;

    private Effects() {}
  }

  /** One view of a page; what isn't known is null. */
  public record PageView(
      UUID id,
      long start,
      long end,
      String url,
      @Nullable Double lcp,
      @Nullable Double inp,
      @Nullable Double ttfb,
      int viewportHeight) {}

  /**
   * One click.
   *
   * @param effects bits of what it caused; null when nobody could tell
   * @param effectDelay milliseconds to the first of them
   * @param placeX where in its element, 0–1000; null when unknown
   */
  public record Click(
      UUID id,
      @Nullable UUID pageId,
      long at,
      int number,
      @Nullable String tag,
      @Nullable String selector,
      @Nullable String text,
      int pageX,
      int pageY,
      int viewX,
      int viewY,
      int flags,
      @Nullable Integer effects,
      @Nullable Integer effectDelay,
      @Nullable Integer placeX,
      @Nullable Integer placeY) {

    public boolean is(int flag) {
      return (flags & flag) != 0;
    }

    boolean caused(int effect) {
      return effects != null && (effects & effect) != 0;
    }

    /** What people call the thing that was clicked. */
    String name() {
      if (text != null && !text.isBlank()) {
        return "\"" + text + "\"";
      }
      return selector == null || selector.isBlank() ? "an element" : selector;
    }
  }

  /** A stretch of pointer movement: x, y and time since its start, flat. */
  public record Movement(
      @Nullable UUID pageId, long start, long end, int[] points, boolean touch) {}

  public record Scroll(@Nullable UUID pageId, long at, int y, int viewport, int height) {}

  /** Something that happened to a field; {@code type} as in {@code form_interactions}. */
  public record FormEvent(
      UUID id,
      @Nullable UUID pageId,
      long at,
      String form,
      String field,
      String type,
      @Nullable Integer length,
      @Nullable Boolean valid,
      int flags) {}

  public record Key(long at, boolean down, String name, boolean repeat) {}

  public record Request(
      UUID id,
      @Nullable UUID pageId,
      long at,
      String url,
      @Nullable String type,
      @Nullable Integer status,
      double duration,
      boolean success,
      @Nullable Integer click) {}

  public record JsError(
      UUID id, @Nullable UUID pageId, long at, String message, @Nullable String origin) {}

  /**
   * @param distance pixels from the pointer; 0: beneath it; null: unknown
   */
  public record Shift(
      @Nullable UUID pageId,
      long at,
      double score,
      @Nullable Integer click,
      @Nullable Integer distance) {}

  /** Text selected, pasted and the like, by number as on the wire. */
  public record Deed(@Nullable UUID pageId, long at, int what, int length) {}

  long start() {
    return pages.isEmpty() ? first() : Math.min(first(), pages.getFirst().start());
  }

  private long first() {
    return clicks.isEmpty() ? 0 : clicks.getFirst().at();
  }
}
