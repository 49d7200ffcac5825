package dev.hitlai.models.internal.call;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header of that name: seconds, or a time (RFC 9110). */
final class RetryAfter {
  private RetryAfter() {}

  static @Nullable Duration of(@Nullable String header) {
    return of(header, Instant.now());
  }

  /** Null when the header says nothing that can be understood. */
  static @Nullable Duration of(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    String value = header.strip();
    try {
      if (value.matches("\\d{1,7}(\\.\\d+)?")) {
        return Duration.ofMillis((long) Math.ceil(1000 * Double.parseDouble(value)));
      }
      var at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
    } catch (DateTimeException notATime) {
      return null;
    }
  }
}
