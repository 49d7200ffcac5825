package dev.hitlai.alignment.rules;

import java.util.Locale;
import java.util.Set;

/** Where rules are asked. */
public enum Checkpoint {
  /** Before the AI does something on a page. */
  ACTION("action"),
  /** Before a finding is stored. */
  FINDING("finding"),
  /** Before a model's output is used. */
  OUTPUT("inference");

  private final String fact;

  Checkpoint(String fact) {
    this.fact = fact;
  }

  /** The fact that there is at this checkpoint only. */
  public String fact() {
    return fact;
  }

  /** The word of the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a rule about these facts is asked here: not when it is about another checkpoint's. */
  boolean asks(Set<String> facts) {
    for (var other : values()) {
      if (other != this && facts.contains(other.fact)) {
        return false;
      }
    }
    return true;
  }
}
