package dev.hitlai.health.web;

import dev.hitlai.health.BodyCondition;
import dev.hitlai.health.Monitor;
import dev.hitlai.health.MonitorKind;
import dev.hitlai.health.internal.MonitorDraft;
import dev.hitlai.web.view.Option;
import dev.hitlai.web.view.Problems;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A monitor as it is entered: texts, so that what can't be read stays in its field. */
public record MonitorForm(
    @Nullable String kind,
    @Nullable String name,
    @Nullable String endpoint,
    @Nullable String method,
    @Nullable String description,
    @Nullable String category,
    @Nullable String isPublic,
    @Nullable String url,
    @Nullable String headers,
    @Nullable String body,
    @Nullable String followRedirects,
    @Nullable String verifyCertificate,
    @Nullable String dnsRecordType,
    @Nullable String statuses,
    @Nullable String conditions,
    @Nullable String addresses,
    @Nullable String warningMs,
    @Nullable String criticalMs,
    @Nullable String certificateWarningDays,
    @Nullable String enabled,
    @Nullable String intervalSeconds,
    @Nullable String timeoutMs,
    @Nullable String failureThreshold,
    @Nullable String successThreshold,
    @Nullable String slaUptimePercent,
    @Nullable String slaResponseTimeMs,
    @Nullable String errorRateWarningPercent,
    @Nullable String errorRateCriticalPercent,
    @Nullable String costPerRequestUsd,
    @Nullable String maintenance,
    @Nullable String maintenanceMessage,
    @Nullable String maintenanceUntil,
    @Nullable List<String> parents) {

  public static final List<Option> KINDS =
      List.of(
          new Option("http", "Web address", "A request and its answer"),
          new Option("tcp", "Port", "Whether it takes connections"),
          new Option("dns", "Name", "What it leads to"),
          new Option("internal", "Inner part", "A part of this platform that checks itself"));
  public static final List<Option> METHODS =
      options("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  public static final List<Option> RECORDS = options("A", "AAAA", "CNAME", "MX", "NS", "TXT");

  private static List<Option> options(String... values) {
    return Arrays.stream(values).map(value -> Option.of(value, value)).toList();
  }

  /** What stands in the form of a new one. */
  static MonitorForm fresh() {
    return new MonitorForm(
        "http", null, null, "GET", null, null, null, null, null, null, "true", "true", "A", "200",
        null, null, "1000", "3000", "14", "true", "60", "5000", "2", "2", "99.90", "500", "5", "10",
        "0", null, null, null, List.of());
  }

  /** Values of headers may be secrets: only their names are shown, and an empty one is kept. */
  static MonitorForm of(Monitor monitor) {
    var target = monitor.target();
    var expected = monitor.expectation();
    var watch = monitor.watch();
    var promise = monitor.promise();
    Instant until = monitor.pause().until();
    return new MonitorForm(
        monitor.kind().code(),
        monitor.name(),
        monitor.endpoint(),
        monitor.method(),
        monitor.description(),
        monitor.category(),
        box(monitor.isPublic()),
        target.url(),
        target.headers().keySet().stream().map(name -> name + ":").collect(lines()),
        target.body(),
        box(target.followRedirects()),
        box(target.verifyCertificate()),
        target.dnsRecordType(),
        expected.statuses().stream().map(String::valueOf).collect(Collectors.joining(", ")),
        expected.conditions().stream().map(MonitorForm::line).collect(lines()),
        expected.addresses().stream().collect(lines()),
        String.valueOf(expected.warning().toMillis()),
        String.valueOf(expected.critical().toMillis()),
        String.valueOf(expected.certificateWarningDays()),
        box(watch.enabled()),
        String.valueOf(watch.interval().toSeconds()),
        String.valueOf(watch.timeout().toMillis()),
        String.valueOf(watch.failureThreshold()),
        String.valueOf(watch.successThreshold()),
        promise.uptimePercent().toPlainString(),
        String.valueOf(promise.responseTime().toMillis()),
        promise.errorRateWarningPercent().stripTrailingZeros().toPlainString(),
        promise.errorRateCriticalPercent().stripTrailingZeros().toPlainString(),
        promise.costPerRequestUsd().stripTrailingZeros().toPlainString(),
        box(monitor.pause().on()),
        monitor.pause().message(),
        until == null ? null : until.toString().substring(0, 16),
        monitor.parents().stream().map(UUID::toString).toList());
  }

  public String value(@Nullable String field) {
    return field == null ? "" : field;
  }

  public boolean isOn(@Nullable String field) {
    return "true".equals(field);
  }

  public boolean hasParent(UUID id) {
    return parents != null && parents.contains(id.toString());
  }

  /** Reads the texts; what can't be read goes to the problems under its field's name. */
  MonitorDraft read(Map<String, String> problems) {
    var reader = new Reader(problems);
    return new MonitorDraft(
        reader.kind(kind),
        value(endpoint),
        value(method),
        value(name),
        value(description),
        value(category),
        null,
        isOn(isPublic),
        value(url).strip(),
        reader.headers(value(headers)),
        value(body),
        isOn(followRedirects),
        isOn(verifyCertificate),
        value(dnsRecordType),
        reader.statuses(value(statuses)),
        reader.conditions(value(conditions)),
        reader.whole("warningMs", warningMs),
        reader.whole("criticalMs", criticalMs),
        reader.whole("certificateWarningDays", certificateWarningDays),
        new TreeSet<>(lines(value(addresses))),
        isOn(enabled),
        reader.whole("intervalSeconds", intervalSeconds),
        reader.whole("timeoutMs", timeoutMs),
        reader.whole("failureThreshold", failureThreshold),
        reader.whole("successThreshold", successThreshold),
        reader.number("slaUptimePercent", slaUptimePercent),
        reader.whole("slaResponseTimeMs", slaResponseTimeMs),
        reader.number("errorRateWarningPercent", errorRateWarningPercent),
        reader.number("errorRateCriticalPercent", errorRateCriticalPercent),
        reader.number("costPerRequestUsd", costPerRequestUsd),
        isOn(maintenance),
        value(maintenanceMessage),
        reader.time(value(maintenanceUntil)),
        reader.ids(parents));
  }

  static Problems problems(Map<String, String> byField) {
    return new Problems(byField);
  }

  private static @Nullable String box(boolean on) {
    return on ? "true" : null;
  }

  private static java.util.stream.Collector<CharSequence, ?, String> lines() {
    return Collectors.joining("\n");
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static String line(BodyCondition condition) {
    return switch (condition.kind()) {
      case CONTAINS -> "contains " + condition.value();
      case LACKS -> "lacks " + condition.value();
      case JSON_EQUALS -> "json " + condition.path() + " = " + condition.value();
      case JSON_EXISTS -> "json " + condition.path();
    };
  }

  /** Turns texts into values and notes what can't be. */
  private record Reader(Map<String, String> problems) {
    @Nullable MonitorKind kind(@Nullable String text) {
      try {
        return MonitorKind.of(String.valueOf(text));
      } catch (IllegalArgumentException e) {
        problems.put("kind", "Choose what is watched.");
        return null;
      }
    }

    @Nullable Integer whole(String field, @Nullable String text) {
      try {
        return Integer.valueOf(String.valueOf(text).strip());
      } catch (NumberFormatException e) {
        problems.put(field, "Enter a whole number, such as 60.");
        return null;
      }
    }

    @Nullable BigDecimal number(String field, @Nullable String text) {
      String digits = String.valueOf(text).strip();
      if (digits.matches("\\d{1,9}(\\.\\d{1,8})?")) {
        return new BigDecimal(digits);
      }
      problems.put(field, "Enter a number, such as 99.9.");
      return null;
    }

    @Nullable Instant time(String text) {
      if (text.isBlank()) {
        return null;
      }
      try {
        return LocalDateTime.parse(text.strip()).toInstant(ZoneOffset.UTC);
      } catch (DateTimeParseException e) {
        problems.put("maintenanceUntil", "Enter a day and a time, such as 2027-03-01T08:00.");
        return null;
      }
    }

    Set<Integer> statuses(String text) {
      var statuses = new TreeSet<Integer>();
      for (String part : text.split("[,\\s]+")) {
        if (part.matches("\\d{3}")) {
          statuses.add(Integer.valueOf(part));
        } else if (!part.isEmpty()) {
          problems.put("statuses", "Enter statuses of three digits, such as 200, 204.");
        }
      }
      return statuses;
    }

    Map<String, String> headers(String text) {
      var headers = new LinkedHashMap<String, String>();
      for (String line : lines(text)) {
        int colon = line.indexOf(':');
        if (colon < 1) {
          problems.put("headers", "Enter one header a line, such as Accept: application/json.");
        } else {
          headers.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
      }
      return headers;
    }

    List<BodyCondition> conditions(String text) {
      var conditions = new ArrayList<BodyCondition>();
      for (String line : lines(text)) {
        try {
          conditions.add(condition(line));
        } catch (IllegalArgumentException e) {
          problems.put(
              "conditions",
              "“"
                  + line
                  + "” is none of: contains TEXT, lacks TEXT, json /path = VALUE, json"
                  + " /path.");
        }
      }
      return conditions;
    }

    private static BodyCondition condition(String line) {
      String[] words = line.split("\\s+", 2);
      String rest = words.length == 2 ? words[1] : "";
      return switch (words[0].toLowerCase(java.util.Locale.ROOT)) {
        case "contains" -> new BodyCondition(BodyCondition.Kind.CONTAINS, "", rest);
        case "lacks" -> new BodyCondition(BodyCondition.Kind.LACKS, "", rest);
        case "json" -> json(rest);
        default -> throw new IllegalArgumentException(line);
      };
    }

    private static BodyCondition json(String rest) {
      int sign = rest.indexOf('=');
      return sign < 0
          ? new BodyCondition(BodyCondition.Kind.JSON_EXISTS, rest.strip(), "")
          : new BodyCondition(
              BodyCondition.Kind.JSON_EQUALS,
              rest.substring(0, sign).strip(),
              rest.substring(sign + 1).strip());
    }

    Set<UUID> ids(@Nullable List<String> texts) {
      var ids = new LinkedHashSet<UUID>();
      for (String text : texts == null ? List.<String>of() : texts) {
        try {
          ids.add(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
          problems.put("parents", "Choose from the list.");
        }
      }
      return ids;
    }
  }
}
