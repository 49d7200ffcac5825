package dev.hitlai.health.internal;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.health.Monitor;
import dev.hitlai.health.MonitorKind;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a monitor has to be like; all that is wrong is said at once. */
final class MonitorRules {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final Set<String> RECORDS = Set.of("A", "AAAA", "CNAME", "MX", "NS", "TXT");
  private static final Set<String> OURS =
      Set.of("host", "content-length", "connection", "transfer-encoding", "accept-encoding");
  private static final int MOST_HEADERS = 30;
  private static final int MOST_CONDITIONS = 20;

  private final Map<String, String> problems = new LinkedHashMap<>();

  private MonitorRules() {}

  /**
   * @param shortest between two checks
   * @throws ApiProblem with each field that isn't valid
   */
  static void check(Monitor monitor, Duration shortest) {
    var rules = new MonitorRules();
    rules.names(monitor);
    rules.target(monitor);
    rules.expectation(monitor.expectation());
    rules.watch(monitor.watch(), shortest);
    rules.promise(monitor.promise());
    if (!rules.problems.isEmpty()) {
      throw ApiProblem.invalid(rules.problems);
    }
  }

  private void need(boolean fine, String field, String otherwise) {
    if (!fine) {
      problems.putIfAbsent(field, otherwise);
    }
  }

  private void length(String field, String text, int least, int most) {
    need(
        text.length() >= least && text.length() <= most,
        field,
        "must have " + least + " to " + most + " characters");
    need(text.indexOf('\0') < 0, field, "must not hold the character NUL");
  }

  private void names(Monitor monitor) {
    length("endpoint", monitor.endpoint(), 1, 500);
    length("name", monitor.name(), 1, 200);
    length("description", monitor.description(), 0, 2000);
    length("category", monitor.category(), 0, 100);
    need(METHODS.contains(monitor.method()), "method", "must be one of " + METHODS);
    need(monitor.parents().size() <= 20, "parents", "must be at most 20");
    String message = monitor.pause().message();
    length("maintenanceMessage", message == null ? "" : message, 0, 1000);
  }

  private void target(Monitor monitor) {
    var target = monitor.target();
    length("url", target.url(), 1, 2048);
    need(fits(monitor.kind(), target.url()), "url", form(monitor.kind()));
    need(RECORDS.contains(target.dnsRecordType()), "dnsRecordType", "must be one of " + RECORDS);
    String body = target.body();
    length("body", body == null ? "" : body, 0, 64 * 1024);
    need(
        body == null || !monitor.method().equals("GET"),
        "body",
        "can't be sent with a GET request");
    need(target.headers().size() <= MOST_HEADERS, "headers", "must be at most " + MOST_HEADERS);
    target.headers().forEach(this::header);
  }

  private void header(String name, String value) {
    need(name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}"), "headers", "has a name that is none");
    need(
        !OURS.contains(name.toLowerCase(Locale.ROOT)), "headers", "can't set " + name + " by hand");
    need(
        !value.isEmpty() && value.length() <= 4000 && value.chars().noneMatch(MonitorRules::breaks),
        "headers",
        "has a value that is empty, too long or of more than one line");
  }

  private static boolean breaks(int character) {
    return character < ' ' && character != '\t' || character == 127;
  }

  private static boolean fits(MonitorKind kind, String url) {
    return switch (kind) {
      case HTTP -> {
        URI uri = read(url);
        yield uri != null
            && uri.getHost() != null
            && uri.getUserInfo() == null
            && ("http".equalsIgnoreCase(uri.getScheme())
                || "https".equalsIgnoreCase(uri.getScheme()))
            && uri.getPort() != 0
            && uri.getPort() <= 65_535;
      }
      case TCP -> {
        URI uri = read(url);
        yield uri != null
            && "tcp".equalsIgnoreCase(uri.getScheme())
            && uri.getHost() != null
            && uri.getPort() > 0
            && uri.getPort() <= 65_535;
      }
      case DNS -> url.matches("dns:[A-Za-z0-9_]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?\\.?");
      case INTERNAL -> url.matches("internal:[a-z][a-z0-9-]{0,60}");
    };
  }

  private static String form(MonitorKind kind) {
    return switch (kind) {
      case HTTP -> "must be an address like https://example.org/health, without a user name";
      case TCP -> "must be like tcp://example.org:5432";
      case DNS -> "must be like dns:example.org";
      case INTERNAL -> "must be like internal:database";
    };
  }

  private static @Nullable URI read(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private void expectation(Monitor.Expectation expected) {
    need(
        expected.statuses().stream().allMatch(code -> code >= 100 && code <= 599)
            && expected.statuses().size() <= 100,
        "statuses",
        "must be from 100 to 599");
    need(
        expected.conditions().size() <= MOST_CONDITIONS,
        "conditions",
        "must be at most " + MOST_CONDITIONS);
    expected
        .conditions()
        .forEach(
            condition -> {
              length("conditions", condition.path(), 0, 500);
              length("conditions", condition.value(), 0, 2000);
            });
    range("warningMs", expected.warning().toMillis(), 1, 120_000);
    range("criticalMs", expected.critical().toMillis(), 1, 120_000);
    need(
        expected.critical().compareTo(expected.warning()) >= 0,
        "criticalMs",
        "must not be less than warningMs");
    range("certificateWarningDays", expected.certificateWarningDays(), 0, 365);
    need(expected.addresses().size() <= 50, "addresses", "must be at most 50");
    expected.addresses().forEach(address -> length("addresses", address, 1, 500));
  }

  private void watch(Monitor.Watch watch, Duration shortest) {
    range("intervalSeconds", watch.interval().toSeconds(), shortest.toSeconds(), 86_400);
    range("timeoutMs", watch.timeout().toMillis(), 1, 120_000);
    need(
        watch.timeout().compareTo(watch.interval()) <= 0,
        "timeoutMs",
        "must not be longer than the interval");
    range("failureThreshold", watch.failureThreshold(), 1, 10);
    range("successThreshold", watch.successThreshold(), 1, 10);
  }

  private void promise(Monitor.Promise promise) {
    percent("slaUptimePercent", promise.uptimePercent());
    range("slaResponseTimeMs", promise.responseTime().toMillis(), 1, 120_000);
    percent("errorRateWarningPercent", promise.errorRateWarningPercent());
    percent("errorRateCriticalPercent", promise.errorRateCriticalPercent());
    need(
        promise.errorRateCriticalPercent().compareTo(promise.errorRateWarningPercent()) >= 0,
        "errorRateCriticalPercent",
        "must not be less than errorRateWarningPercent");
    var cost = promise.costPerRequestUsd();
    need(
        cost.signum() >= 0 && cost.compareTo(BigDecimal.valueOf(1000)) <= 0,
        "costPerRequestUsd",
        "must be from 0 to 1000");
  }

  private void percent(String field, BigDecimal value) {
    need(
        value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(100)) <= 0,
        field,
        "must be from 0 to 100");
  }

  private void range(String field, long value, long least, long most) {
    need(value >= least && value <= most, field, "must be from " + least + " to " + most);
  }
}
