package dev.hitlai.aitester;

import java.time.Duration;

/**
 * Hard limits of one mission of one persona.
 *
 * @param time wall-clock time, 5 s to 30 min
 * @param maxPages distinct pages that are audited, 1 to 200
 * @param maxSteps actions, 1 to 500
 */
public record Budget(Duration time, int maxPages, int maxSteps) {

  public static final Budget DEFAULT = new Budget(Duration.ofMinutes(2), 12, 30);

  public Budget {
    if (time.compareTo(Duration.ofSeconds(5)) < 0 || time.compareTo(Duration.ofMinutes(30)) > 0) {
      throw new IllegalArgumentException("A time budget is 5 seconds to 30 minutes: " + time);
    }
    if (maxPages < 1 || maxPages > 200) {
      throw new IllegalArgumentException("Pages are 1 to 200: " + maxPages);
    }
    if (maxSteps < 1 || maxSteps > 500) {
      throw new IllegalArgumentException("Steps are 1 to 500: " + maxSteps);
    }
  }
}
