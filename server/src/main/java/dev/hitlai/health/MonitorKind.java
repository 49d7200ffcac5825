package dev.hitlai.health;

import java.util.Locale;

/** What a monitor looks at; schema and API spell it in lower case. */
public enum MonitorKind {
  /** A request to an address: status, text or JSON of the answer, certificate. */
  HTTP,
  /** Whether a port takes connections; target {@code tcp://host:port}. */
  TCP,
  /** What a name leads to; target {@code dns:name}. */
  DNS,
  /** A part of this platform that says itself how it does; target {@code internal:part}. */
  INTERNAL;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException when there is none of this name
   */
  public static MonitorKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
