package dev.hitlai.platform.statistics;

/**
 * An estimate with its 95 % interval.
 *
 * @param n cases that it rests on
 */
public record Interval(double estimate, double low, double high, int n) {
  /** Whether the interval holds the value. */
  public boolean holds(double value) {
    return low <= value && value <= high;
  }
}
