package dev.hitlai.notifications.internal.centre;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When somebody gets the daily mail.
 *
 * @param hour 0 to 23, in that time zone
 */
public record DigestTime(int hour, ZoneId zone) {
  /** For those who never chose. */
  public static final DigestTime USUAL = new DigestTime(8, ZoneId.of("UTC"));

  public DigestTime {
    if (hour < 0 || hour > 23) {
      throw new IllegalArgumentException("an hour is 0 to 23");
    }
  }

  /**
   * @throws IllegalArgumentException when there is no such time zone
   */
  public static DigestTime of(int hour, String zone) {
    try {
      return new DigestTime(hour, ZoneId.of(zone));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("There is no time zone " + zone + ".", e);
    }
  }

  /** The first such hour after an instant; an hour that a change of clocks skips comes later. */
  public Instant after(Instant now) {
    ZonedDateTime here = now.atZone(zone);
    var today = ZonedDateTime.of(here.toLocalDate(), LocalTime.of(hour, 0), zone);
    return today.toInstant().isAfter(now)
        ? today.toInstant()
        : ZonedDateTime.of(here.toLocalDate().plusDays(1), LocalTime.of(hour, 0), zone).toInstant();
  }
}
