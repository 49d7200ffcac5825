package dev.hitlai.monitoring.web;

import dev.hitlai.web.view.Option;
import java.time.Duration;
import java.util.List;

/** How far pages look back. */
final class Windows {
  private Windows() {}

  static List<Option> options() {
    return List.of(
        Option.of("1h", "The last hour"),
        Option.of("24h", "The last day"),
        Option.of("7d", "The last week"),
        Option.of("30d", "30 days"));
  }

  /** An hour for a word that is none of them. */
  static Duration of(String word) {
    return switch (word) {
      case "24h" -> Duration.ofDays(1);
      case "7d" -> Duration.ofDays(7);
      case "30d" -> Duration.ofDays(30);
      default -> Duration.ofHours(1);
    };
  }
}
