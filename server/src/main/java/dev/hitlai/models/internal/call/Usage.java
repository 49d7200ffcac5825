package dev.hitlai.models.internal.call;

/**
 * Tokens of a call.
 *
 * @param input all of it, what came from the provider's cache included
 * @param estimated whether the provider didn't tell
 */
public record Usage(long input, long cached, long output, boolean estimated) {
  public static final Usage NONE = new Usage(0, 0, 0, false);

  public Usage {
    if (cached < 0 || output < 0 || input < cached) {
      throw new IllegalArgumentException(
          "Not tokens: %d, of them %d cached, %d out".formatted(input, cached, output));
    }
  }

  public static Usage told(long input, long cached, long output) {
    return new Usage(Math.max(input, cached), cached, output, false);
  }

  public Usage plus(Usage other) {
    return new Usage(
        input + other.input,
        cached + other.cached,
        output + other.output,
        estimated || other.estimated);
  }
}
