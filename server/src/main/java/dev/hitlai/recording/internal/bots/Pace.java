package dev.hitlai.recording.internal.bots;

import java.util.List;

/** A row of durations or lengths and how even it is. */
record Pace(int count, double mean, double deviation, double least, double most) {
  static Pace of(List<? extends Number> values) {
    if (values.isEmpty()) {
      return new Pace(0, 0, 0, 0, 0);
    }
    var numbers = values.stream().mapToDouble(Number::doubleValue).toArray();
    double mean = java.util.Arrays.stream(numbers).average().orElse(0);
    double square = 0;
    double least = Double.MAX_VALUE;
    double most = 0;
    for (double number : numbers) {
      square += (number - mean) * (number - mean);
      least = Math.min(least, number);
      most = Math.max(most, number);
    }
    return new Pace(numbers.length, mean, Math.sqrt(square / numbers.length), least, most);
  }

  /** Deviation against the mean; people's is rarely below 0.3. */
  double unevenness() {
    return mean <= 0 ? 1 : deviation / mean;
  }
}
