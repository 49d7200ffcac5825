package dev.hitlai.testing.internal.requests;

import java.util.LinkedHashMap;
import java.util.Map;

/** A test request that can't be accepted: a sentence for each field that is wrong. */
public final class InvalidRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> problems;

  public InvalidRequest(Map<String, String> problems) {
    super("The test request is not valid: " + String.join(" ", problems.values()));
    this.problems = new LinkedHashMap<>(problems);
  }

  /** Field name to sentence. */
  public Map<String, String> problems() {
    return new LinkedHashMap<>(problems);
  }
}
