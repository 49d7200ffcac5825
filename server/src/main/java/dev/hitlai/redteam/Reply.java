package dev.hitlai.redteam;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a target said and did, all turns together.
 *
 * @param millis how long it took
 * @param costUsd what it cost, 0 where nothing is charged
 * @param failure why there is no answer; null when there is one
 */
public record Reply(String text, long millis, BigDecimal costUsd, @Nullable String failure) {

  public static Reply of(String text) {
    return new Reply(text, 0, BigDecimal.ZERO, null);
  }

  public static Reply failed(String why) {
    return new Reply("", 0, BigDecimal.ZERO, why);
  }
}
