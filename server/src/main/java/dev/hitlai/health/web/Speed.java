package dev.hitlai.health.web;

import java.util.Locale;

/** How fast an answer is, in a word and a colour. */
public enum Speed {
  FAST(200, "fast"),
  FAIR(500, "fair"),
  SLOW(1000, "slow"),
  VERY_SLOW(Double.POSITIVE_INFINITY, "very slow");

  private final double belowMs;
  private final String label;

  Speed(double belowMs, String label) {
    this.belowMs = belowMs;
    this.label = label;
  }

  public String label() {
    return label;
  }

  public String css() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @param millis of a response
   */
  public static Speed of(double millis) {
    for (var speed : values()) {
      if (millis < speed.belowMs) {
        return speed;
      }
    }
    return VERY_SLOW;
  }
}
