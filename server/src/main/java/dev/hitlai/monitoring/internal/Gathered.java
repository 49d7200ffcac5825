package dev.hitlai.monitoring.internal;

/** Something that gathers in memory and is written now and then. */
public interface Gathered {
  /**
   * Writes what is due, in transactions of its own as the system.
   *
   * @param last whether the server stops: then everything is due
   */
  void write(boolean last);
}
