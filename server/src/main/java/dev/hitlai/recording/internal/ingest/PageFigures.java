package dev.hitlai.recording.internal.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What batches say of one page view; later figures replace earlier ones. */
final class PageFigures {
  /** Names on the wire and columns; figures only grow, so the order of arrival doesn't matter. */
  static final Map<String, String> COLUMNS = columns();

  private static final double MOST = 1e9;

  final UUID pageId;
  final UUID sessionId;
  long startMillis;
  @Nullable String url;
  @Nullable String title;
  @Nullable String referrer;
  @Nullable String navigation;
  @Nullable String exit;
  @Nullable Integer viewportWidth;
  @Nullable Integer viewportHeight;
  @Nullable Double pixelRatio;
  @Nullable Integer pageNumber;
  @Nullable Integer documentWidth;
  @Nullable Integer documentHeight;
  final Map<String, Double> figures = new LinkedHashMap<>();

  PageFigures(UUID sessionId, UUID pageId, long startMillis) {
    this.sessionId = sessionId;
    this.pageId = pageId;
    this.startMillis = startMillis;
  }

  private static Map<String, String> columns() {
    var names = new LinkedHashMap<String, String>();
    names.put("dcl", "dom_content_loaded_ms");
    names.put("load", "load_complete_ms");
    names.put("fp", "first_paint_ms");
    names.put("fcp", "first_contentful_paint_ms");
    names.put("lcp", "largest_contentful_paint_ms");
    names.put("inp", "interaction_to_next_paint_ms");
    names.put("cls", "cumulative_layout_shift");
    names.put("ttfb", "time_to_first_byte_ms");
    names.put("tti", "time_to_interactive_ms");
    names.put("res", "total_resources");
    names.put("bytes", "total_size_bytes");
    names.put("js", "js_size_bytes");
    names.put("css", "css_size_bytes");
    names.put("img", "image_size_bytes");
    names.put("vis", "visible_time_seconds");
    names.put("hid", "hidden_time_seconds");
    names.put("on", "time_on_page_seconds");
    return names;
  }

  /** Takes the object of a performance event. */
  void take(Map<String, Object> event) {
    event.forEach(this::take);
  }

  private void take(String name, @Nullable Object value) {
    switch (name) {
      case "exit" -> exit = exit(value);
      case "ti" -> title = value instanceof String text ? Fields.cut(text, 500) : title;
      case "ctx" -> context(value);
      default -> figure(name, value);
    }
  }

  private void figure(String name, @Nullable Object value) {
    if (!COLUMNS.containsKey(name)) {
      throw Refused.content("\"%s\" is no figure of a page.".formatted(Fields.cut(name, 40)));
    }
    if (value == null) {
      return;
    }
    if (!(value instanceof Number number)
        || !(number.doubleValue() >= 0 && number.doubleValue() <= MOST)
        || (name.equals("cls") && number.doubleValue() > 900)) {
      throw Refused.content("\"%s\" must be a number from 0 on.".formatted(name));
    }
    figures.put(name, number.doubleValue());
  }

  private @Nullable String exit(@Nullable Object value) {
    return switch (value) {
      case null -> exit;
      case String text
          when text.equals("navigation") || text.equals("close") || text.equals("refresh") ->
          text;
      default -> throw Refused.content("\"exit\" must be navigation, close or refresh.");
    };
  }

  private void context(@Nullable Object value) {
    if (value instanceof Map<?, ?> context) {
      documentWidth = size(context.get("w"), documentWidth);
      documentHeight = size(context.get("h"), documentHeight);
    }
  }

  private static @Nullable Integer size(@Nullable Object value, @Nullable Integer otherwise) {
    return value instanceof Number number
            && number.doubleValue() >= 0
            && number.doubleValue() < 10_000_000
        ? Integer.valueOf(number.intValue())
        : otherwise;
  }

  /** Adds what a later batch of the same page view said. */
  void merge(PageFigures later) {
    startMillis = Math.min(startMillis, later.startMillis);
    url = later.url == null ? url : later.url;
    title = later.title == null ? title : later.title;
    referrer = later.referrer == null ? referrer : later.referrer;
    navigation = later.navigation == null ? navigation : later.navigation;
    exit = later.exit == null ? exit : later.exit;
    viewportWidth = later.viewportWidth == null ? viewportWidth : later.viewportWidth;
    viewportHeight = later.viewportHeight == null ? viewportHeight : later.viewportHeight;
    pixelRatio = later.pixelRatio == null ? pixelRatio : later.pixelRatio;
    pageNumber = later.pageNumber == null ? pageNumber : later.pageNumber;
    documentWidth = later.documentWidth == null ? documentWidth : later.documentWidth;
    documentHeight = later.documentHeight == null ? documentHeight : later.documentHeight;
    later.figures.forEach((name, value) -> figures.merge(name, value, Math::max));
  }
}
