package dev.hitlai.bench;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** The line that ends each benchmark. */
final class ResultLine {

  private ResultLine() {}

  /**
   * @param ratio the figure that is compared with the goal
   * @param n how many things were measured
   */
  static void print(String bench, Map<String, ?> metrics, double ratio, long n) {
    var line = new java.util.LinkedHashMap<String, Object>();
    line.put("bench", bench);
    line.put("metrics", new TreeMap<>(metrics));
    line.put("ratio", rounded(ratio));
    line.put("n", n);
    System.out.println(JsonMapper.shared().writeValueAsString(line));
  }

  static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
