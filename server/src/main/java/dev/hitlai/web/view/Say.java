package dev.hitlai.web.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, money and times in words that people read. */
public final class Say {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Say() {}

  /** 1234567 as 1,234,567. */
  public static String count(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** "1 finding", "2 findings", "0 findings". */
  public static String count(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  /** An amount in US dollars with cents, as $1,234.50. */
  public static String money(BigDecimal amount) {
    String digits =
        String.format(Locale.ENGLISH, "%,.2f", amount.abs().setScale(2, RoundingMode.HALF_UP));
    return (amount.signum() < 0 ? "−$" : "$") + digits;
  }

  /** A share of 0–1 as 0–100 %, without decimals. */
  public static String percent(double share) {
    return String.format(Locale.ENGLISH, "%.0f %%", share * 100);
  }

  /** A number with at most {@code decimals} digits after the point, without trailing zeros. */
  public static String decimal(double number, int decimals) {
    var text = new BigDecimal(number).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return String.format(Locale.ENGLISH, "%,." + Math.max(0, text.scale()) + "f", text);
  }

  /** 3,725 s as "1 h 2 min", 65 s as "1 min 5 s", 0.4 s as "0.4 s". */
  public static String duration(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds >= 3600) {
      return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
    if (seconds >= 60) {
      return seconds / 60 + " min " + seconds % 60 + " s";
    }
    return decimal(duration.toMillis() / 1000.0, seconds >= 10 ? 0 : 1) + " s";
  }

  /** The exact time, shown on hover. */
  public static String utc(Instant time) {
    return UTC.format(time);
  }

  /** The time as the server prints it before the reader's zone is known. */
  public static String time(Instant time) {
    return SHORT.format(time);
  }
}
