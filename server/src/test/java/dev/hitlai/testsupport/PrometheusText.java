package dev.hitlai.testsupport;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Prometheus' text format as strictly as {@code promtool check metrics}: each family has one
 * HELP and one TYPE, which come before its samples; its samples stand together; no series comes
 * twice; counters end in {@code _total}; nothing is unreadable.
 */
public final class PrometheusText {
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][\\w:]*)(\\{(.*)\\})? (\\S+)( -?\\d+)?");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_]\\w*)=\"((?:[^\"\\\\\n]|\\\\[\\\\\"n])*)\",?");

  private final List<Sample> samples = new ArrayList<>();

  private record Sample(String name, Map<String, String> labels, double value) {}

  private PrometheusText() {}

  /** Fails with the line that breaks the format. */
  public static PrometheusText read(String text) {
    var read = new PrometheusText();
    var types = new LinkedHashMap<String, String>();
    var helped = new HashSet<String>();
    var over = new HashSet<String>();
    var series = new HashSet<String>();
    String current = "";
    for (String line : text.lines().toList()) {
      if (line.startsWith("# HELP ")) {
        String name = line.split(" ", 4)[2];
        require(helped.add(name), "a second HELP", line);
        require(line.split(" ", 4).length == 4, "a HELP without text", line);
        over.add(current);
        current = name;
      } else if (line.startsWith("# TYPE ")) {
        String[] parts = line.split(" ", 4);
        require(types.put(parts[2], parts[3]) == null, "a second TYPE", line);
        require(parts[2].equals(current), "a TYPE apart from its HELP", line);
        require(
            parts[3].matches("counter|gauge|histogram|summary|untyped"), "an unknown type", line);
        require(
            parts[3].equals("counter") == parts[2].endsWith("_total"),
            "a name of no counter",
            line);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        var sample = sample(line);
        require(belongs(sample.name(), current, types.get(current)), "out of its family", line);
        require(!over.contains(current), "a family in two places", line);
        require(series.add(line.substring(0, line.lastIndexOf(' '))), "a series twice", line);
        read.samples.add(sample);
      }
    }
    return read;
  }

  private static boolean belongs(String name, String family, @Nullable String type) {
    if (type == null) {
      return false;
    }
    return switch (type) {
      case "histogram" -> name.matches(Pattern.quote(family) + "_(bucket|sum|count)");
      case "summary" -> name.matches(Pattern.quote(family) + "(_sum|_count)?");
      default -> name.equals(family);
    };
  }

  private static Sample sample(String line) {
    var matcher = SAMPLE.matcher(line);
    require(matcher.matches(), "no sample", line);
    var labels = new LinkedHashMap<String, String>();
    String text = matcher.group(3) == null ? "" : matcher.group(3);
    var label = LABEL.matcher(text);
    int end = 0;
    while (label.find() && label.start() == end) {
      require(labels.put(label.group(1), label.group(2)) == null, "a label twice", line);
      end = label.end();
    }
    require(end == text.length(), "unreadable labels", line);
    return new Sample(matcher.group(1), labels, number(matcher.group(4)));
  }

  private static double number(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private static void require(boolean fine, String otherwise, String line) {
    if (!fine) {
      throw new AssertionError(otherwise + ": " + line);
    }
  }

  /** Of all series of that name. */
  public List<Double> values(String name) {
    return samples.stream().filter(one -> one.name().equals(name)).map(Sample::value).toList();
  }

  /** A label of all series of that name. */
  public List<String> labels(String name, String label) {
    return samples.stream()
        .filter(one -> one.name().equals(name))
        .map(one -> String.valueOf(one.labels().get(label)))
        .toList();
  }
}
