package dev.hitlai.models.internal.call;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.Objects;
import java.util.Set;

/** A provider's model, without retries of LangChain4j's own: each try is ours to count. */
final class Dialects {
  private static final Set<Capability> SCHEMA = Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA);

  private Dialects() {}

  static ChatModel chat(Target target, Prompt prompt, Transport transport) {
    var at = target.connection();
    return switch (at.wire()) {
      case OPENAI -> openAi(target, prompt, transport).maxCompletionTokens(max(prompt)).build();
      case OPENAI_COMPATIBLE -> openAi(target, prompt, transport).maxTokens(max(prompt)).build();
      case ANTHROPIC -> {
        var model =
            AnthropicChatModel.builder()
                .httpClientBuilder(transport)
                .baseUrl(at.baseUrl())
                .apiKey(key(at))
                .modelName(target.model())
                .maxTokens(prompt.maxOutputTokens())
                .temperature(prompt.temperature())
                .maxRetries(0);
        yield (target.schema() ? model.supportedCapabilities(SCHEMA) : model).build();
      }
      case GEMINI -> {
        var model =
            GoogleAiGeminiChatModel.builder()
                .httpClientBuilder(transport)
                .baseUrl(at.baseUrl())
                .apiKey(key(at))
                .modelName(target.model())
                .maxOutputTokens(prompt.maxOutputTokens())
                .temperature(prompt.temperature())
                .seed(prompt.seed())
                .maxRetries(0);
        yield (target.schema() ? model.supportedCapabilities(SCHEMA) : model).build();
      }
    };
  }

  static StreamingChatModel streaming(Target target, Prompt prompt, Transport transport) {
    var at = target.connection();
    return switch (at.wire()) {
      case OPENAI, OPENAI_COMPATIBLE -> {
        var model =
            OpenAiStreamingChatModel.builder()
                .httpClientBuilder(transport)
                .baseUrl(at.baseUrl())
                .apiKey(key(at))
                .modelName(target.model())
                .temperature(prompt.temperature())
                .strictJsonSchema(true)
                .seed(prompt.seed());
        yield (at.wire() == Connection.Wire.OPENAI
                ? model.maxCompletionTokens(max(prompt))
                : model.maxTokens(max(prompt)))
            .build();
      }
      case ANTHROPIC ->
          AnthropicStreamingChatModel.builder()
              .httpClientBuilder(transport)
              .baseUrl(at.baseUrl())
              .apiKey(key(at))
              .modelName(target.model())
              .maxTokens(prompt.maxOutputTokens())
              .temperature(prompt.temperature())
              .build();
      case GEMINI ->
          GoogleAiGeminiStreamingChatModel.builder()
              .httpClientBuilder(transport)
              .baseUrl(at.baseUrl())
              .apiKey(key(at))
              .modelName(target.model())
              .maxOutputTokens(prompt.maxOutputTokens())
              .temperature(prompt.temperature())
              .seed(prompt.seed())
              .build();
    };
  }

  private static OpenAiChatModel.OpenAiChatModelBuilder openAi(
      Target target, Prompt prompt, Transport transport) {
    var at = target.connection();
    var model =
        OpenAiChatModel.builder()
            .httpClientBuilder(transport)
            .baseUrl(at.baseUrl())
            .apiKey(key(at))
            .modelName(target.model())
            .temperature(prompt.temperature())
            .seed(prompt.seed())
            .strictJsonSchema(true)
            .maxRetries(0);
    return target.schema() ? model.supportedCapabilities(SCHEMA) : model;
  }

  private static int max(Prompt prompt) {
    return prompt.maxOutputTokens();
  }

  /** Servers of one's own take any word. */
  private static String key(Connection at) {
    return Objects.requireNonNullElse(at.key(), "none");
  }
}
