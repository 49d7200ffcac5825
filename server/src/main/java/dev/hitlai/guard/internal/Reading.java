package dev.hitlai.guard.internal;

/**
 * One way to read a text.
 *
 * @param text what a model may make of it
 * @param how how it was hidden, as the end of “an order, …”; empty when it wasn't
 */
public record Reading(String text, String how) {

  boolean hidden() {
    return !how.isEmpty();
  }
}
