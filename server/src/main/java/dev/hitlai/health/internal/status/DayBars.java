package dev.hitlai.health.internal.status;

import dev.hitlai.health.UptimeFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of days, also those of which nothing is known. */
public final class DayBars {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private DayBars() {}

  /**
   * @param first start of the first day
   * @param figures of days, in any order
   */
  public static List<DayBar> of(Instant first, int count, List<UptimeFigures> figures) {
    Map<LocalDate, UptimeFigures> byDay = new HashMap<>();
    figures.forEach(day -> byDay.put(LocalDate.ofInstant(day.from(), ZoneOffset.UTC), day));
    LocalDate start = LocalDate.ofInstant(first, ZoneOffset.UTC);
    var bars = new ArrayList<DayBar>();
    for (int i = 0; i < count; i++) {
      LocalDate day = start.plusDays(i);
      bars.add(DayBar.of(day, byDay.get(day)));
    }
    return bars;
  }

  /** Up of all that was seen up or down, percent, rounded down; null when nothing was seen. */
  public static @Nullable BigDecimal uptime(List<UptimeFigures> figures) {
    long up = figures.stream().mapToLong(UptimeFigures::upMs).sum();
    long down = figures.stream().mapToLong(UptimeFigures::downMs).sum();
    return up + down == 0
        ? null
        : HUNDRED
            .multiply(BigDecimal.valueOf(up))
            .divide(BigDecimal.valueOf(up + down), 3, RoundingMode.DOWN);
  }
}
