package dev.hitlai.monitoring.internal.measure;

import dev.hitlai.monitoring.Measurements;
import dev.hitlai.monitoring.Measurements.Result;
import dev.hitlai.monitoring.MetricType;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Measures every statement: by its verb and the first table it names, never by its values. */
final class QueryTimes implements ExecuteListener {
  private static final long serialVersionUID = 1L;
  private static final int MOST_REMEMBERED = 5000;
  private static final int LONGEST_REMEMBERED = 4000;
  private static final String BEGAN = QueryTimes.class.getName();
  private static final Pattern TABLE =
      Pattern.compile(
          "\\b(?:from|into|update)\\s+(?:only\\s+)?(\"?[a-z_]+\"?\\.\"?[a-z_0-9]+\"?)",
          Pattern.CASE_INSENSITIVE);

  private final transient Measurements measurements;
  private final transient Map<String, String> tables = new ConcurrentHashMap<>();

  QueryTimes(Measurements measurements) {
    this.measurements = measurements;
  }

  @Override
  public void executeStart(ExecuteContext context) {
    context.data(BEGAN, System.nanoTime());
  }

  @Override
  public void end(ExecuteContext context) {
    String text = context.sql();
    if (text == null || !(context.data(BEGAN) instanceof Long began)) {
      return;
    }
    measurements.add(
        MetricType.DB_QUERY,
        table(text),
        verb(text),
        Duration.ofNanos(System.nanoTime() - began),
        context.sqlException() == null ? Result.FINE : Result.FAILED);
  }

  private String table(String text) {
    if (text.length() > LONGEST_REMEMBERED) {
      return find(text);
    }
    @Nullable String known = tables.get(text);
    if (known == null) {
      known = find(text);
      if (tables.size() < MOST_REMEMBERED) {
        tables.put(text, known);
      }
    }
    return known;
  }

  static String find(String text) {
    var matcher = TABLE.matcher(text);
    return matcher.find() ? matcher.group(1).replace("\"", "").toLowerCase(Locale.ROOT) : "other";
  }

  static String verb(String text) {
    String start = text.stripLeading();
    int end = 0;
    while (end < start.length() && Character.isLetter(start.charAt(end))) {
      end++;
    }
    String word = start.substring(0, end).toLowerCase(Locale.ROOT);
    return switch (word) {
      case "select", "insert", "update", "delete", "with" -> word;
      default -> "other";
    };
  }

  /** Spring Boot hands it to jOOQ. */
  @Configuration(proxyBeanMethods = false)
  static class Installed {
    @Bean
    static org.jooq.ExecuteListenerProvider queryTimes(Measurements measurements) {
      var times = new QueryTimes(measurements);
      return () -> times;
    }
  }
}
