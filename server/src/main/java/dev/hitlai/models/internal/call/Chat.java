package dev.hitlai.models.internal.call;

import dev.hitlai.models.internal.call.CallFailure.Kind;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One try of one call, on the calling thread. */
final class Chat {
  private static final int EXCERPT = 300;

  private final Target target;
  private final Prompt prompt;
  private final Transport transport;

  Chat(Target target, Prompt prompt) {
    this.target = target;
    this.prompt = prompt.without(!target.images(), target.maxOutputTokens());
    transport = new Transport(target.connection().wire());
  }

  /**
   * What came back.
   *
   * @param cut whether the answer ends where the tokens did
   */
  record Reply(String text, boolean cut, Usage usage) {}

  /**
   * @param piece hears a stream; null asks for the answer at once
   */
  Reply call(@Nullable Consumer<String> piece) throws CallFailure {
    ChatResponse response;
    try {
      response =
          piece == null
              ? Dialects.chat(target, prompt, transport).chat(request())
              : streamed(piece);
    } catch (RuntimeException e) {
      throw failure(e);
    }
    String text = response.aiMessage() == null ? null : response.aiMessage().text();
    var finish = response.finishReason();
    if (finish == FinishReason.CONTENT_FILTER || text == null || text.isBlank()) {
      throw new CallFailure(
          Kind.REFUSED,
          finish == FinishReason.CONTENT_FILTER
              ? "The provider filtered the answer."
              : "The answer was empty.",
          null,
          paid());
    }
    return new Reply(text, finish == FinishReason.LENGTH, told(text));
  }

  private ChatResponse streamed(Consumer<String> piece) {
    var done = new CompletableFuture<ChatResponse>();
    Dialects.streaming(target, prompt, transport)
        .chat(
            request(),
            new StreamingChatResponseHandler() {
              @Override
              public void onPartialResponse(String part) {
                piece.accept(part);
              }

              @Override
              public void onCompleteResponse(ChatResponse whole) {
                done.complete(whole);
              }

              @Override
              public void onError(Throwable error) {
                done.completeExceptionally(error);
              }
            });
    // The transport has returned: what isn't complete now never will be.
    done.completeExceptionally(
        new java.io.UncheckedIOException(new IOException("The answer broke off.")));
    try {
      return done.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private ChatRequest request() {
    var content = new ArrayList<Content>();
    prompt.texts().forEach(text -> content.add(TextContent.from(text)));
    prompt
        .pictures()
        .forEach(
            picture ->
                content.add(
                    ImageContent.from(
                        Base64.getEncoder().encodeToString(picture.content()),
                        picture.mediaType())));
    List<ChatMessage> messages =
        List.of(SystemMessage.from(prompt.system()), UserMessage.from(content));
    var request = ChatRequest.builder().messages(messages);
    if (prompt.schema() != null && target.schema()) {
      request.responseFormat(
          ResponseFormat.builder()
              .type(ResponseFormatType.JSON)
              .jsonSchema(SchemaForm.of(prompt.schema()).forProviders())
              .build());
    }
    return request.build();
  }

  private Usage told(String text) {
    var usage = transport.usage().usage();
    return usage != null ? usage : new Usage(prompt.tokensAbout(), 0, Tokens.about(text), true);
  }

  /** Of a try without an answer: what the provider told, else what it was sent. */
  Usage paid() {
    var usage = transport.usage().usage();
    if (usage != null) {
      return usage;
    }
    return transport.sent() ? new Usage(prompt.tokensAbout(), 0, 0, true) : Usage.NONE;
  }

  private CallFailure failure(RuntimeException error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof Transport.Interrupted) {
        return new CallFailure(Kind.STOPPED, "The call was stopped.", null, paid());
      }
      if (cause instanceof ContentFilteredException) {
        return new CallFailure(Kind.REFUSED, "The provider filtered the answer.", null, paid());
      }
      if (cause instanceof HttpException http) {
        return refused(http);
      }
    }
    boolean network = false;
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      network |=
          cause instanceof IOException
              && !(cause instanceof com.fasterxml.jackson.core.JsonProcessingException);
    }
    return network
        ? new CallFailure(Kind.NETWORK_ERROR, "The connection broke: " + said(error), null, paid())
        : new CallFailure(
            Kind.SERVER_ERROR, "The answer can't be read: " + said(error), null, paid());
  }

  /** A provider that refuses a request bills nothing for it. */
  private CallFailure refused(HttpException http) {
    var after = http instanceof Transport.Refused refused ? refused.retryAfter() : null;
    int status = http.statusCode();
    var kind =
        status == 429 || status == 529
            ? Kind.RATE_LIMITED
            : status == 408 || status >= 500 ? Kind.SERVER_ERROR : Kind.REJECTED;
    var usage = transport.usage().usage();
    return new CallFailure(
        kind,
        "The provider answered %d: %s".formatted(status, said(http)),
        after,
        usage == null ? Usage.NONE : usage);
  }

  private static String said(Throwable error) {
    String text = String.valueOf(error.getMessage()).replaceAll("\\s+", " ").strip();
    return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
  }
}
