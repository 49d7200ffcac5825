package dev.hitlai.health;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** The lengths of time that figures are kept for, in UTC; weeks begin on Monday. */
public enum UptimePeriod {
  HOURLY,
  DAILY,
  WEEKLY,
  MONTHLY;

  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException when there is none of this name
   */
  public static UptimePeriod of(String code) {
    return valueOf(code.toUpperCase(java.util.Locale.ROOT));
  }

  /** Start of the period that holds the instant. */
  public Instant start(Instant at) {
    ZonedDateTime time = at.atZone(ZoneOffset.UTC);
    return switch (this) {
      case HOURLY -> time.truncatedTo(ChronoUnit.HOURS).toInstant();
      case DAILY -> time.truncatedTo(ChronoUnit.DAYS).toInstant();
      case WEEKLY ->
          time.truncatedTo(ChronoUnit.DAYS)
              .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
              .toInstant();
      case MONTHLY -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).toInstant();
    };
  }

  /** Start of the next one. */
  public Instant next(Instant start) {
    ZonedDateTime time = start.atZone(ZoneOffset.UTC);
    return switch (this) {
      case HOURLY -> time.plusHours(1).toInstant();
      case DAILY -> time.plusDays(1).toInstant();
      case WEEKLY -> time.plusWeeks(1).toInstant();
      case MONTHLY -> time.plusMonths(1).toInstant();
    };
  }
}
