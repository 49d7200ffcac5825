package dev.hitlai.health;

import java.util.Locale;

/** How a monitor does; schema and API spell it in lower case. */
public enum MonitorState {
  UP,
  /** Answers rightly, but slower than its warning limit, or its certificate is about to expire. */
  DEGRADED,
  DOWN,
  /** Under announced work: neither up nor down is counted, and nobody is alarmed. */
  MAINTENANCE,
  /** Nobody looked: never counted as up. */
  UNKNOWN;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException when there is none of this name
   */
  public static MonitorState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** Whether time in this state counts as up. */
  public boolean isUp() {
    return this == UP || this == DEGRADED;
  }
}
