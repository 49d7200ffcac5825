package dev.hitlai.models.internal.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One call over the JDK's HTTP client, on the calling thread also where the answer is a stream:
 * interrupting the thread ends it, whatever it waits for. Keeps what LangChain4j drops: the tokens
 * of answers that can't be used, and when a provider wants to be asked again.
 */
final class Transport implements dev.langchain4j.http.client.HttpClient, HttpClientBuilder {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** No answer that we ask for is longer; one that is, is broken or means us harm. */
  private static final int LONGEST = 4_000_000;

  private final UsageReader usage;
  private boolean sent;

  Transport(Connection.Wire wire) {
    usage = new UsageReader(wire);
  }

  UsageReader usage() {
    return usage;
  }

  /** Whether the request left, so that it may be paid for. */
  boolean sent() {
    return sent;
  }

  @Override
  public SuccessfulHttpResponse execute(dev.langchain4j.http.client.HttpRequest request) {
    var response = send(request);
    String body = new String(read(response), UTF_8);
    usage.read(body);
    refuseFailures(response, body);
    return SuccessfulHttpResponse.builder()
        .statusCode(response.statusCode())
        .headers(response.headers().map())
        .body(body)
        .build();
  }

  @Override
  public void execute(
      dev.langchain4j.http.client.HttpRequest request,
      ServerSentEventParser parser,
      ServerSentEventListener listener) {
    try {
      var response = send(request);
      if (response.statusCode() / 100 != 2) {
        refuseFailures(response, new String(read(response), UTF_8));
      }
      listener.onOpen(
          SuccessfulHttpResponse.builder()
              .statusCode(response.statusCode())
              .headers(response.headers().map())
              .build());
      try (InputStream body = response.body()) {
        parser.parse(body, new Listening(listener));
      }
      listener.onClose();
    } catch (IOException e) {
      listener.onError(new UncheckedIOException(e));
    } catch (RuntimeException e) {
      listener.onError(e);
    }
  }

  private HttpResponse<InputStream> send(dev.langchain4j.http.client.HttpRequest request) {
    var builder = HttpRequest.newBuilder(URI.create(request.url()));
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    String body = request.body();
    builder.method(
        request.method().name(),
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body, UTF_8));
    try {
      var response = CLIENT.send(builder.build(), HttpResponse.BodyHandlers.ofInputStream());
      sent = true;
      return response;
    } catch (java.net.ConnectException | java.net.http.HttpConnectTimeoutException e) {
      throw new UncheckedIOException(e);
    } catch (IOException e) {
      sent = true;
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      sent = true;
      Thread.currentThread().interrupt();
      throw new Interrupted(e);
    }
  }

  private static byte[] read(HttpResponse<InputStream> response) {
    try (InputStream body = response.body()) {
      byte[] bytes = body.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new IOException("The answer doesn't end.");
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuseFailures(HttpResponse<?> response, String body) {
    if (response.statusCode() / 100 != 2) {
      throw new Refused(
          response.statusCode(),
          body,
          RetryAfter.of(response.headers().firstValue("retry-after").orElse(null)));
    }
  }

  /** A refusal with the time after which the provider wants to be asked again. */
  static final class Refused extends HttpException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Duration retryAfter;

    Refused(int status, String body, @Nullable Duration retryAfter) {
      super(status, body);
      this.retryAfter = retryAfter;
    }

    @Nullable Duration retryAfter() {
      return retryAfter;
    }
  }

  /** The call was ended from outside. */
  static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Interrupted(InterruptedException cause) {
      super(cause);
    }
  }

  /** Hears the tokens on the way. */
  private final class Listening implements ServerSentEventListener {
    private final ServerSentEventListener listener;

    Listening(ServerSentEventListener listener) {
      this.listener = listener;
    }

    @Override
    public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
      usage.read(event.data());
      listener.onEvent(event, context);
    }

    @Override
    public void onEvent(ServerSentEvent event) {
      usage.read(event.data());
      listener.onEvent(event);
    }

    @Override
    public void onError(Throwable error) {
      listener.onError(error);
    }
  }

  @Override
  public Duration connectTimeout() {
    return CLIENT.connectTimeout().orElseThrow();
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration timeout) {
    return this;
  }

  /** The whole call has a deadline; it is kept by who waits for it. */
  @Override
  public Duration readTimeout() {
    return Duration.ofMinutes(10);
  }

  @Override
  public HttpClientBuilder readTimeout(Duration timeout) {
    return this;
  }

  @Override
  public dev.langchain4j.http.client.HttpClient build() {
    return this;
  }
}
