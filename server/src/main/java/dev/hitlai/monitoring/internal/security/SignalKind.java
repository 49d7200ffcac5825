package dev.hitlai.monitoring.internal.security;

import java.util.Locale;

/** What can look suspicious. */
public enum SignalKind {
  LOGIN_REFUSED,
  KEY_REFUSED,
  KEY_USED,
  FOREIGN_ID,
  RATE_LIMITED,
  PRIVATE_DESTINATION,
  PROMPT_INJECTION,
  BOT;

  /** As in the database: {@code login_refused}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
