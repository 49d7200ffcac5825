package dev.hitlai.health.internal.status;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Small pictures for other people's pages: a label and a value, both in words. */
final class StatusBadges {
  private static final int CHARACTER = 7;
  private static final int PADDING = 12;

  /** White on each of them reaches 4.5:1. */
  private static final String GREEN = "#0b7a4b";

  private static final String AMBER = "#8a5a00";
  private static final String RED = "#b3261e";
  private static final String BLUE = "#0b63a5";
  private static final String GREY = "#4c5662";

  private StatusBadges() {}

  static byte[] uptime(StatusComponent component) {
    return badge(component.name() + " uptime, 90 days", component.uptimeWords(), colour(component));
  }

  static byte[] state(StatusComponent component) {
    return badge(
        component.name(),
        component.watched()
            ? component.state().label().toLowerCase(java.util.Locale.ROOT)
            : "not checked",
        colour(component.watched() ? component.state() : ComponentState.UNKNOWN));
  }

  static byte[] overall(Overall overall) {
    String colour =
        switch (overall.tone()) {
          case SUCCESS -> GREEN;
          case WARNING -> AMBER;
          case DANGER -> RED;
          case INFO -> BLUE;
          case NEUTRAL, ACCENT -> GREY;
        };
    return badge("HitlAI", overall.description().toLowerCase(java.util.Locale.ROOT), colour);
  }

  private static String colour(StatusComponent component) {
    @Nullable BigDecimal uptime = component.uptime();
    if (uptime == null) {
      return GREY;
    }
    return uptime.compareTo(BigDecimal.valueOf(99.9)) >= 0
        ? GREEN
        : uptime.compareTo(BigDecimal.valueOf(99)) >= 0 ? AMBER : RED;
  }

  private static String colour(ComponentState state) {
    return switch (state) {
      case OPERATIONAL -> GREEN;
      case DEGRADED_PERFORMANCE, PARTIAL_OUTAGE -> AMBER;
      case MAJOR_OUTAGE -> RED;
      case UNDER_MAINTENANCE -> BLUE;
      case UNKNOWN -> GREY;
    };
  }

  private static byte[] badge(String label, String value, String colour) {
    int left = width(label);
    int right = width(value);
    return """
    <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img" aria-label="%2$s: %3$s">\
    <title>%2$s: %3$s</title>\
    <clipPath id="r"><rect width="%1$d" height="20" rx="3"/></clipPath>\
    <g clip-path="url(#r)"><rect width="%4$d" height="20" fill="#2c343d"/>\
    <rect x="%4$d" width="%5$d" height="20" fill="%6$s"/></g>\
    <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">\
    <text x="%7$d" y="14" textLength="%8$d">%2$s</text>\
    <text x="%9$d" y="14" textLength="%10$d">%3$s</text></g></svg>
    """
        .formatted(
            left + right,
            escaped(label),
            escaped(value),
            left,
            right,
            colour,
            left / 2,
            left - PADDING,
            left + right / 2,
            right - PADDING)
        .getBytes(UTF_8);
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length()) * CHARACTER + PADDING;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "");
  }
}
