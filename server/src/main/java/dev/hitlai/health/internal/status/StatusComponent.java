package dev.hitlai.health.internal.status;

import dev.hitlai.web.view.Sparkline;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of the platform as the status page shows it.
 *
 * @param id its short name in the v2 format
 * @param slug its name in the addresses of badges
 * @param watched whether it is checked at all; else the page says that and counts it for nothing
 * @param since when it began to do as it does
 * @param uptime of the days shown, percent; null when nothing was seen
 * @param days oldest first
 * @param medians of response times by hour, milliseconds, oldest first; hours without any are left
 *     out
 */
public record StatusComponent(
    UUID monitorId,
    String id,
    String slug,
    String name,
    String description,
    String category,
    boolean watched,
    ComponentState state,
    Instant since,
    Instant createdAt,
    @Nullable BigDecimal uptime,
    List<DayBar> days,
    List<Double> medians,
    @Nullable Double p95) {

  public StatusComponent {
    days = List.copyOf(days);
    medians = List.copyOf(medians);
  }

  /** The same under another state. */
  StatusComponent in(ComponentState other) {
    return new StatusComponent(
        monitorId,
        id,
        slug,
        name,
        description,
        category,
        watched,
        other,
        since,
        createdAt,
        uptime,
        days,
        medians,
        p95);
  }

  public String uptimeWords() {
    return DayBar.percent(uptime);
  }

  /** What the bars show, for those who don't see them. */
  public String barWords() {
    var trouble = days.stream().filter(DayBar::isTrouble).toList();
    long blind = days.stream().filter(day -> day.kind() == DayBar.Kind.UNKNOWN).count();
    return "%s, last %d days: %s up, %s, %s."
        .formatted(
            name,
            days.size(),
            uptimeWords(),
            trouble.isEmpty()
                ? "no day with trouble"
                : dev.hitlai.web.view.Say.count(
                    trouble.size(), "day with trouble", "days with trouble"),
            blind == 0
                ? "every day was seen"
                : dev.hitlai.web.view.Say.count(blind, "day without data", "days without data"));
  }

  public List<DayBar> trouble() {
    return days.stream().filter(DayBar::isTrouble).toList().reversed();
  }

  /** Response times with every number in words; null when there are too few for a line. */
  public @Nullable Sparkline responseTimes() {
    if (medians.size() < 2) {
      return null;
    }
    var words = new StringBuilder("Median response time by hour, oldest first, in milliseconds: ");
    for (int i = 0; i < medians.size(); i++) {
      words.append(i == 0 ? "" : ", ").append(millis(medians.get(i)));
    }
    return new Sparkline(words.append('.').toString(), medians);
  }

  /** Such as "42 ms, 95 % below 80 ms"; empty when nothing was measured. */
  public String responseWords() {
    if (medians.isEmpty()) {
      return "";
    }
    double last = medians.getLast();
    return millis(last) + " ms" + (p95 == null ? "" : ", 95 % below " + millis(p95) + " ms");
  }

  private static String millis(double value) {
    return dev.hitlai.web.view.Say.decimal(value, value < 10 ? 1 : 0);
  }
}
