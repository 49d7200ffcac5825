package dev.hitlai.web.view;

/**
 * A spot of a heatmap, all figures as shares of 0–1.
 *
 * @param x from the left of the picture
 * @param y from its top
 * @param strength against the strongest spot
 */
public record Heat(double x, double y, double strength) {
  /** The class of one of five steps. */
  public String css() {
    return "heat-" + Math.clamp((int) Math.ceil(strength * 5), 1, 5);
  }
}
