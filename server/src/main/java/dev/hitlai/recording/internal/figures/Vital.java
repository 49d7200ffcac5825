package dev.hitlai.recording.internal.figures;

/**
 * A figure of how a page felt, with the published limits of Core Web Vitals: up to the first it is
 * good, beyond the second poor.
 */
public enum Vital {
  LCP("Largest paint", "largest_contentful_paint_ms", 2500, 4000),
  INP("Answer to input", "interaction_to_next_paint_ms", 200, 500),
  CLS("Layout shift", "cumulative_layout_shift", 0.1, 0.25),
  FCP("First paint", "first_contentful_paint_ms", 1800, 3000),
  TTFB("First byte", "time_to_first_byte_ms", 800, 1800);

  private final String label;
  private final String column;
  private final double good;
  private final double poor;

  Vital(String label, String column, double good, double poor) {
    this.label = label;
    this.column = column;
    this.good = good;
    this.poor = poor;
  }

  public String label() {
    return label;
  }

  String column() {
    return column;
  }

  double good() {
    return good;
  }

  double poor() {
    return poor;
  }

  /** A figure as people say it. */
  public String say(double value) {
    if (this == CLS) {
      return "%.2f".formatted(value);
    }
    return value < 1000 ? "%.0f ms".formatted(value) : "%.1f s".formatted(value / 1000);
  }

  /** {@code good}, {@code needs improvement} or {@code poor}. */
  public String rating(double value) {
    return value <= good ? "good" : value <= poor ? "needs improvement" : "poor";
  }
}
