package dev.hitlai.platform;

/**
 * A part of the platform that can say how it does, such as its database or its browsers. Beans of
 * it become monitors by themselves.
 */
public interface SelfCheck {
  /** Name in addresses, such as {@code database}: lower-case letters and hyphens. */
  String part();

  /** As people read it, such as "Database". */
  String label();

  /**
   * Tries it out. Returns when all is well; may be interrupted when it takes too long.
   *
   * @throws Exception with a sentence when it isn't
   */
  void check() throws Exception;
}
