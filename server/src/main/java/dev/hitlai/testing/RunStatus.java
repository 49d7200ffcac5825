package dev.hitlai.testing;

import java.util.Locale;
import java.util.Set;

/**
 * Where a test run stands: {@code pending → running → (hitl_paused →) completed | failed}. A run
 * that never started may fail too, because it was cancelled or its address is of no use.
 */
public enum RunStatus {
  PENDING,
  RUNNING,
  HITL_PAUSED,
  COMPLETED,
  FAILED;

  /** The statuses that may come next; none for an end. */
  public Set<RunStatus> next() {
    return switch (this) {
      case PENDING -> Set.of(RUNNING, FAILED);
      case RUNNING -> Set.of(HITL_PAUSED, COMPLETED, FAILED);
      case HITL_PAUSED -> Set.of(COMPLETED, FAILED);
      case COMPLETED, FAILED -> Set.of();
    };
  }

  public boolean isFinal() {
    return next().isEmpty();
  }

  /** The word in the database and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads the word of the database and the API.
   *
   * @throws IllegalArgumentException when there is no such status
   */
  public static RunStatus of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
