package dev.hitlai.testers;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When a tester takes work, and how much.
 *
 * @param maxOpen offers and tests at a time, 1 to 10
 * @param days of the week (UTC) in lower case; empty means every day
 * @param pausedUntil no offers before this day; null when not paused
 */
public record Availability(
    @Nullable Integer maxOpen, List<String> days, @Nullable LocalDate pausedUntil) {
  public static final int USUAL_OPEN = 3;
  public static final int MOST_OPEN = 10;
  public static final Availability USUAL = new Availability(USUAL_OPEN, List.of(), null);

  public Availability {
    maxOpen = maxOpen == null ? USUAL_OPEN : Math.clamp(maxOpen, 1, MOST_OPEN);
    days =
        days == null
            ? List.of()
            : List.of(DayOfWeek.values()).stream()
                .map(day -> day.name().toLowerCase(Locale.ROOT))
                .filter(days::contains)
                .toList();
  }

  /** Whether work may be offered on that day to somebody who has so much already. */
  public boolean allows(LocalDate day, int open) {
    String name = day.getDayOfWeek().name().toLowerCase(Locale.ROOT);
    return open < (maxOpen == null ? USUAL_OPEN : maxOpen)
        && (days.isEmpty() || days.contains(name))
        && (pausedUntil == null || !day.isBefore(pausedUntil));
  }
}
