package dev.hitlai.guard;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The guardrails; safe for use by many threads. */
public final class Guard {
  private static final Guard STANDARD = new Guard();

  private Guard() {}

  /** The guard with everything that ships; the same object each time. */
  public static Guard standard() {
    return STANDARD;
  }

  /** What is wrong with a text that comes from outside, the surest first; empty when nothing is. */
  public List<Threat> inspect(String untrusted) {
    return List.of();
  }

  /** What is wrong with what a model said; canaries are words that it must never repeat. */
  public List<Threat> inspectOutput(String output, Set<String> canaries, Set<String> allowedHosts) {
    return List.of();
  }

  /** Marks text as data: labelled, and with nothing in it that could end the fence. */
  public static String fence(String label, String untrusted) {
    return "<data source=\"" + label + "\">\n" + untrusted.replace("<", "‹") + "\n</data>";
  }

  /** Replaces personal data and secrets by what they are, such as {@code [email]}. */
  public static Redacted redact(String text) {
    return new Redacted(text, Map.of());
  }
}
