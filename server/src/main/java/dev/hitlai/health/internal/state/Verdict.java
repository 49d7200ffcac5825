package dev.hitlai.health.internal.state;

import java.util.Locale;

/** What one check says by itself; the schema spells it in lower case. */
public enum Verdict {
  UP,
  /** A right answer that was slow, or whose certificate is about to end. */
  DEGRADED,
  DOWN;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Verdict of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
