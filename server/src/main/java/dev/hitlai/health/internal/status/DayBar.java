package dev.hitlai.health.internal.status;

import dev.hitlai.health.UptimeFigures;
import dev.hitlai.web.view.Say;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A day of a part, in UTC.
 *
 * @param words for the tooltip, such as "3 Mar: 99.31 %, down 10 min"
 */
public record DayBar(LocalDate day, Kind kind, String words) {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  /** Below this share of the day up, the outage was a long one; about an hour and a quarter. */
  private static final BigDecimal LONG_OUTAGE = BigDecimal.valueOf(95);

  /** A day that was slow for a twentieth counts as slow. */
  private static final int SLOW_PART = 20;

  /** From best to worst; each is drawn with another height, because colour never speaks alone. */
  public enum Kind {
    UP("no trouble"),
    MAINTENANCE("maintenance"),
    SLOW("slow"),
    SHORT_OUTAGE("short outage"),
    LONG_OUTAGE("long outage"),
    UNKNOWN("no data");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    public String css() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Whether the day belongs into the list of days with trouble. */
  public boolean isTrouble() {
    return kind == Kind.SLOW || kind == Kind.SHORT_OUTAGE || kind == Kind.LONG_OUTAGE;
  }

  static DayBar of(LocalDate day, @Nullable UptimeFigures figures) {
    var kind = kind(figures);
    return new DayBar(day, kind, DAY.format(day) + ": " + words(kind, figures));
  }

  private static Kind kind(@Nullable UptimeFigures figures) {
    if (figures == null) {
      return Kind.UNKNOWN;
    }
    BigDecimal uptime = figures.uptimePercent();
    if (uptime == null) {
      return figures.maintenanceMs() > 0 ? Kind.MAINTENANCE : Kind.UNKNOWN;
    }
    if (figures.downMs() > 0) {
      return uptime.compareTo(LONG_OUTAGE) < 0 ? Kind.LONG_OUTAGE : Kind.SHORT_OUTAGE;
    }
    return figures.degradedMs() * SLOW_PART > figures.upMs() ? Kind.SLOW : Kind.UP;
  }

  private static String words(Kind kind, @Nullable UptimeFigures figures) {
    if (figures == null || kind == Kind.UNKNOWN) {
      return "no data";
    }
    if (kind == Kind.MAINTENANCE) {
      return "maintenance all the time that was seen";
    }
    var words = new StringBuilder(percent(figures.uptimePercent()));
    if (figures.downMs() > 0) {
      words.append(", down ").append(length(figures.downMs()));
    }
    if (kind == Kind.SLOW) {
      words.append(", slow ").append(length(figures.degradedMs()));
    }
    if (figures.maintenanceMs() > 0) {
      words.append(", maintenance ").append(length(figures.maintenanceMs()));
    }
    return words.toString();
  }

  /** Rounded down, so that 100 % means that nothing was missed. */
  static String percent(@Nullable BigDecimal uptime) {
    return uptime == null
        ? "no data"
        : uptime.setScale(2, java.math.RoundingMode.DOWN).stripTrailingZeros().toPlainString()
            + " %";
  }

  private static String length(long millis) {
    return Say.duration(Duration.ofMillis(millis));
  }
}
