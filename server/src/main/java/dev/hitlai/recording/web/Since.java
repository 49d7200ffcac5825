package dev.hitlai.recording.web;

import dev.hitlai.web.view.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How far back a page looks. */
final class Since {
  private Since() {}

  static Instant of(String word, Instant now) {
    return now.minus(
        switch (word) {
          case "1d" -> Duration.ofDays(1);
          case "30d" -> Duration.ofDays(30);
          case "90d" -> Duration.ofDays(90);
          default -> Duration.ofDays(7);
        });
  }

  static List<Option> options() {
    return List.of(
        Option.of("1d", "Last day"),
        Option.of("7d", "Last 7 days"),
        Option.of("30d", "Last 30 days"),
        Option.of("90d", "Last 90 days"));
  }

  static List<Option> sources() {
    return List.of(
        Option.of("", "All"),
        Option.of("visitor", "Visitors"),
        Option.of("tester", "Testers"),
        Option.of("ai", "AI testers"));
  }

  static List<Option> devices() {
    return List.of(
        Option.of("", "All"),
        Option.of("desktop", "Desktop"),
        Option.of("tablet", "Tablet"),
        Option.of("mobile", "Phone"));
  }
}
