package dev.hitlai.models.internal.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a provider is reached.
 *
 * @param code of the provider
 * @param key null where none is needed
 * @param timeout of a whole call, however slowly an answer drips in
 * @param concurrent calls at a time from this server
 */
public record Connection(
    String code,
    Wire wire,
    String baseUrl,
    @Nullable String key,
    Duration timeout,
    int concurrent) {

  /** Which format it speaks. */
  public enum Wire {
    OPENAI,
    ANTHROPIC,
    GEMINI,
    OPENAI_COMPATIBLE
  }

  @Override
  public String toString() {
    return "Connection[" + code + ", " + baseUrl + "]";
  }
}
