package dev.hitlai.health.internal.alerts;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.health.Monitor;
import dev.hitlai.health.Monitors;
import dev.hitlai.identity.Users;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what is wrong with a rule that somebody entered. */
@Component
class WishCheck {
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_DESCRIPTION = 1000;
  private static final int LONGEST_HOLD = 7 * 24 * 60;
  private static final int MOST_ADDRESSES = 50;
  private static final double LARGEST = 1e9;
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

  private final Monitors monitors;
  private final Users users;

  WishCheck(Monitors monitors, Users users) {
    this.monitors = monitors;
    this.users = users;
  }

  String name(RuleWish wish) {
    String name = wish.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw ApiProblem.invalid("name", "must have 1 to " + LONGEST_NAME + " characters");
    }
    return name;
  }

  String description(RuleWish wish) {
    if (wish.description().length() > LONGEST_DESCRIPTION) {
      throw ApiProblem.invalid(
          "description", "must have at most " + LONGEST_DESCRIPTION + " characters");
    }
    return wish.description().strip();
  }

  @Nullable String endpoint(RuleWish wish) {
    String endpoint = wish.endpoint();
    if (endpoint == null || endpoint.isBlank()) {
      return null;
    }
    return monitors.of(null).stream()
        .map(Monitor::endpoint)
        .filter(endpoint::equals)
        .findFirst()
        .orElseThrow(() -> ApiProblem.invalid("endpoint", "must be that of a monitor"));
  }

  Terms terms(RuleWish wish) {
    Metric metric = word("metric", wish.metric(), Metric::of);
    Comparison comparison = word("operator", wish.operator(), Comparison::of);
    AlertSeverity severity = word("severity", wish.severity(), AlertSeverity::of);
    if (metric == Metric.BURN_RATE && comparison != Comparison.GREATER_THAN) {
      throw ApiProblem.invalid("operator", "must be greater_than for a burn rate");
    }
    double threshold = wish.threshold().doubleValue();
    boolean percent = metric == Metric.ERROR_RATE || metric == Metric.UPTIME;
    if (threshold < 0 || threshold > (percent ? 100 : LARGEST)) {
      throw ApiProblem.invalid(
          "threshold", percent ? "must be a percentage, 0 to 100" : "must be 0 to 1,000,000,000");
    }
    if (metric == Metric.BURN_RATE && threshold <= 0) {
      throw ApiProblem.invalid("threshold", "must be more than 0 for a burn rate");
    }
    if (wish.durationMinutes() < 0 || wish.durationMinutes() > LONGEST_HOLD) {
      throw ApiProblem.invalid("durationMinutes", "must be 0 to " + LONGEST_HOLD);
    }
    if (wish.minFailures() < 1 || wish.minFailures() > 100_000) {
      throw ApiProblem.invalid("minFailures", "must be 1 to 100,000");
    }
    return new Terms(
        metric,
        comparison,
        threshold,
        Duration.ofMinutes(wish.durationMinutes()),
        wish.minFailures(),
        severity);
  }

  AlertRule.Format format(RuleWish wish) {
    return word("webhookFormat", wish.webhookFormat(), AlertRule.Format::of);
  }

  List<UUID> users(RuleWish wish) {
    var administrators =
        users.administrators().stream().map(Users.User::id).collect(Collectors.toSet());
    if (!administrators.containsAll(wish.notifyUsers())) {
      throw ApiProblem.invalid("notifyUsers", "must be administrators");
    }
    return wish.notifyUsers().stream().distinct().toList();
  }

  List<String> addresses(RuleWish wish) {
    var addresses =
        wish.notifyEmails().stream()
            .map(address -> address.strip().toLowerCase(Locale.ROOT))
            .filter(address -> !address.isEmpty())
            .distinct()
            .toList();
    if (addresses.size() > MOST_ADDRESSES) {
      throw ApiProblem.invalid("notifyEmails", "must be at most " + MOST_ADDRESSES);
    }
    for (String address : addresses) {
      if (address.length() > 320 || !ADDRESS.matcher(address).matches()) {
        throw ApiProblem.invalid(
            "notifyEmails", "must be e-mail addresses; one is “" + address + "”");
      }
    }
    return addresses;
  }

  private static <T> T word(String field, String word, Function<String, T> reads) {
    try {
      return reads.apply(word);
    } catch (IllegalArgumentException unknown) {
      throw ApiProblem.invalid(field, "must be one of the words that the document lists");
    }
  }
}
