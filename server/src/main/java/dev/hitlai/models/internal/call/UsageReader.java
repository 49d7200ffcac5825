package dev.hitlai.models.internal.call;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the tokens out of what a provider sent, whatever became of the rest: an answer that can't
 * be used is paid for all the same. A stream tells them in pieces; the last word of each counts.
 */
final class UsageReader {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Connection.Wire wire;
  private long input = -1;
  private long cached;
  private long output = -1;

  UsageReader(Connection.Wire wire) {
    this.wire = wire;
  }

  /** Null when nothing was told. */
  @Nullable Usage usage() {
    return input < 0 && output < 0
        ? null
        : Usage.told(Math.max(0, input), cached, Math.max(0, output));
  }

  void read(@Nullable String body) {
    if (body == null || body.isBlank() || body.charAt(0) != '{') {
      return;
    }
    try {
      var json = JSON.readTree(body);
      switch (wire) {
        case OPENAI, OPENAI_COMPATIBLE -> openAi(json.path("usage"));
        case ANTHROPIC -> {
          anthropic(json.path("message").path("usage"));
          anthropic(json.path("usage"));
        }
        case GEMINI -> gemini(json.path("usageMetadata"));
      }
    } catch (JacksonException cutOff) {
      // Half an answer tells no tokens; what was sent is counted instead.
    }
  }

  private void openAi(JsonNode usage) {
    if (usage.isObject()) {
      input = usage.path("prompt_tokens").asLong(input);
      output = usage.path("completion_tokens").asLong(output);
      cached = usage.path("prompt_tokens_details").path("cached_tokens").asLong(cached);
    }
  }

  /** Here what came from the cache, or went into it, is not part of the input's count. */
  private void anthropic(JsonNode usage) {
    if (!usage.isObject()) {
      return;
    }
    if (usage.has("input_tokens")) {
      cached = usage.path("cache_read_input_tokens").asLong(0);
      input =
          usage.path("input_tokens").asLong()
              + cached
              + usage.path("cache_creation_input_tokens").asLong(0);
    }
    output = usage.path("output_tokens").asLong(output);
  }

  /** Thoughts are billed as output. */
  private void gemini(JsonNode usage) {
    if (usage.isObject()) {
      input = usage.path("promptTokenCount").asLong(input);
      cached = usage.path("cachedContentTokenCount").asLong(cached);
      output =
          usage.path("candidatesTokenCount").asLong(0) + usage.path("thoughtsTokenCount").asLong(0);
    }
  }
}
