package dev.hitlai.web.view;

import java.util.List;

/** A small line without axes; the label says in words what it shows. */
public record Sparkline(String label, List<Double> values) {
  private static final double WIDTH = 120;
  private static final double HEIGHT = 32;
  private static final double INSET = 2;

  public Sparkline {
    values = List.copyOf(values);
  }

  /** The points of the polyline in its 120×32 picture. */
  public String points() {
    double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    double range = high == low ? 1 : high - low;
    var points = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      double x = values.size() == 1 ? WIDTH / 2 : WIDTH * i / (values.size() - 1);
      double y = HEIGHT - INSET - (HEIGHT - 2 * INSET) * (values.get(i) - low) / range;
      points.append(Say.decimal(x, 1)).append(',').append(Say.decimal(y, 1)).append(' ');
    }
    return points.toString().strip();
  }
}
