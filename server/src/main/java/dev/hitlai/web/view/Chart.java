package dev.hitlai.web.view;

import java.util.ArrayList;
import java.util.List;

/**
 * A chart of one or more series over the same labels, drawn by the server in a 640×240 picture and
 * repeated as a table.
 *
 * @param unit what the numbers count, e.g. "findings"
 */
public record Chart(
    String title, String unit, Kind kind, List<String> labels, List<Series> series) {
  private static final double LEFT = 56;
  private static final double TOP = 12;
  private static final double WIDTH = 572;
  private static final double HEIGHT = 188;

  /** Bars compare, lines show change. */
  public enum Kind {
    BARS,
    LINES
  }

  /** Numbers under a name, as many as the chart has labels. */
  public record Series(String name, List<Double> values) {
    public Series {
      values = List.copyOf(values);
    }
  }

  /** A rectangle in the picture. */
  public record Bar(double x, double y, double width, double height, int series, String title) {}

  /** A line of the grid and its number. */
  public record Tick(double y, String label) {}

  public Chart {
    labels = List.copyOf(labels);
    series = List.copyOf(series);
    for (Series one : series) {
      if (one.values().size() != labels.size()) {
        throw new IllegalArgumentException(
            "series '" + one.name() + "' has another length than the labels");
      }
    }
  }

  /** The upper end of the scale: 1, 2 or 5 times a power of ten, at least 1. */
  public double top() {
    double most =
        series.stream().flatMap(s -> s.values().stream()).mapToDouble(v -> v).max().orElse(1);
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, most))));
    for (double factor : new double[] {1, 2, 5}) {
      if (most <= factor * power) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  public List<Tick> ticks() {
    var ticks = new ArrayList<Tick>();
    for (int i = 0; i <= 4; i++) {
      double value = top() * i / 4;
      ticks.add(new Tick(y(value), Say.decimal(value, 2)));
    }
    return ticks;
  }

  public List<Bar> bars() {
    var bars = new ArrayList<Bar>();
    double slot = slot();
    double width = Math.min(40, slot * 0.7 / Math.max(1, series.size()));
    for (int s = 0; s < series.size(); s++) {
      for (int i = 0; i < labels.size(); i++) {
        double value = series.get(s).values().get(i);
        double x = center(i) + (s - series.size() / 2.0) * width;
        String title = series.get(s).name() + ", " + labels.get(i) + ": " + Say.decimal(value, 2);
        bars.add(new Bar(x, y(value), width - 1, TOP + HEIGHT - y(value), s, title));
      }
    }
    return bars;
  }

  /** The points of one series' polyline. */
  public String points(int index) {
    var points = new StringBuilder();
    for (int i = 0; i < labels.size(); i++) {
      points.append(Say.decimal(center(i), 1)).append(',');
      points.append(Say.decimal(y(series.get(index).values().get(i)), 1)).append(' ');
    }
    return points.toString().strip();
  }

  /** The middle of a label's slot. */
  public double center(int label) {
    return LEFT + slot() * (label + 0.5);
  }

  /**
   * True for the labels that are written: at most six, evenly spread, so that they stay readable on
   * a phone.
   */
  public boolean written(int label) {
    return label % Math.max(1, (labels.size() + 5) / 6) == 0;
  }

  private double slot() {
    return WIDTH / Math.max(1, labels.size());
  }

  private double y(double value) {
    return TOP + HEIGHT * (1 - value / top());
  }
}
