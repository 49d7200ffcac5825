package dev.hitlai.models.internal.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hitlai.models.internal.call.Connection.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that speaks every provider's format, does what it is told, and counts what it bills. */
public final class FakeProvider implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Behaviour> next = new ArrayDeque<>();
  private final List<JsonNode> bodies = new ArrayList<>();
  private final List<String> headers = new ArrayList<>();
  private Function<String, String> answers = _ -> "OK";
  private long input = 100;
  private long cached;
  private long output = 10;
  private long billedInput;
  private long billedCached;
  private long billedOutput;

  /** What one request meets. */
  public sealed interface Behaviour {
    record Say(String text) implements Behaviour {}

    record Fail(int status, String retryAfter) implements Behaviour {}

    /** Begins an answer and never ends it. */
    record Drip() implements Behaviour {}

    /** Says nothing at all. */
    record Hang() implements Behaviour {}

    /** Half of the body, then the connection is gone. */
    record Break() implements Behaviour {}

    /** A body that isn't the format. */
    record Garbage() implements Behaviour {}

    record Refuse() implements Behaviour {}

    /** An answer that stops where the tokens did. */
    record Cut(String text) implements Behaviour {}
  }

  public FakeProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public synchronized FakeProvider then(Behaviour... behaviours) {
    next.addAll(List.of(behaviours));
    return this;
  }

  /** What it says from the prompt's text when nothing else is planned. */
  public synchronized FakeProvider answering(Function<String, String> say) {
    answers = say;
    return this;
  }

  public synchronized FakeProvider usage(long in, long fromCache, long out) {
    input = in;
    cached = fromCache;
    output = out;
    return this;
  }

  public synchronized Usage billed() {
    return Usage.told(billedInput, billedCached, billedOutput);
  }

  public synchronized List<JsonNode> bodies() {
    return List.copyOf(bodies);
  }

  public synchronized List<String> headers() {
    return List.copyOf(headers);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    String text = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    var body = JSON.readTree(text);
    Behaviour behaviour;
    synchronized (this) {
      bodies.add(body);
      headers.add(
          String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
              + exchange.getRequestHeaders().getFirst("x-api-key")
              + exchange.getRequestHeaders().getFirst("x-goog-api-key"));
      behaviour = next.isEmpty() ? new Behaviour.Say(answers.apply(text)) : next.poll();
    }
    var wire =
        path.contains("/messages")
            ? Wire.ANTHROPIC
            : path.contains("enerateContent") ? Wire.GEMINI : Wire.OPENAI;
    boolean stream = body.path("stream").asBoolean(false) || path.contains("streamGenerate");
    switch (behaviour) {
      case Behaviour.Say say -> bill(exchange, wire, stream, say.text(), "stop");
      case Behaviour.Cut cut -> bill(exchange, wire, stream, cut.text(), "length");
      case Behaviour.Refuse _ -> bill(exchange, wire, stream, "", "refusal");
      case Behaviour.Fail fail -> {
        if (!fail.retryAfter().isEmpty()) {
          exchange.getResponseHeaders().add("Retry-After", fail.retryAfter());
        }
        send(exchange, fail.status(), "application/json", "{\"error\":{\"message\":\"no\"}}");
      }
      case Behaviour.Hang _ -> pause();
      case Behaviour.Drip _ -> drip(exchange);
      case Behaviour.Break _ -> breakOff(exchange);
      case Behaviour.Garbage _ -> send(exchange, 200, "application/json", "<html>busy</html>");
    }
    exchange.close();
  }

  private static void pause() {
    try {
      Thread.sleep(20_000);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void drip(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    try (var out = exchange.getResponseBody()) {
      for (int i = 0; i < 400 && !Thread.currentThread().isInterrupted(); i++) {
        out.write(' ');
        out.flush();
        Thread.sleep(50);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void breakOff(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 5000);
    exchange.getResponseBody().write("{\"id\":\"x\",\"choices\":[".getBytes(UTF_8));
    exchange.getResponseBody().flush();
  }

  private void bill(HttpExchange exchange, Wire wire, boolean stream, String text, String end)
      throws IOException {
    synchronized (this) {
      billedInput += input;
      billedCached += cached;
      billedOutput += output;
    }
    if (!stream) {
      send(exchange, 200, "application/json", JSON.writeValueAsString(whole(wire, text, end)));
      return;
    }
    var said = new StringBuilder();
    for (var event : pieces(wire, text, end)) {
      if (wire == Wire.ANTHROPIC) {
        said.append("event: ").append(event.path("type").asString()).append('\n');
      }
      said.append("data: ").append(JSON.writeValueAsString(event)).append("\n\n");
    }
    if (wire == Wire.OPENAI) {
      said.append("data: [DONE]\n\n");
    }
    send(exchange, 200, "text/event-stream", said.toString());
  }

  private JsonNode whole(Wire wire, String text, String end) {
    boolean refused = end.equals("refusal");
    return switch (wire) {
      case OPENAI, OPENAI_COMPATIBLE -> {
        var root = JSON.createObjectNode().put("id", "c1").put("model", "fake");
        var choice = root.putArray("choices").addObject().put("index", 0);
        choice.put("finish_reason", refused ? "content_filter" : end);
        var message = choice.putObject("message").put("role", "assistant");
        if (refused) {
          message.putNull("content").put("refusal", "I can't help with that.");
        } else {
          message.put("content", text);
        }
        root.set("usage", openAiUsage());
        yield root;
      }
      case ANTHROPIC -> {
        var root = JSON.createObjectNode().put("id", "m1").put("type", "message");
        root.put("role", "assistant").put("model", "fake");
        var content = root.putArray("content");
        if (!refused) {
          content.addObject().put("type", "text").put("text", text);
        }
        root.put(
            "stop_reason", refused ? "refusal" : end.equals("stop") ? "end_turn" : "max_tokens");
        root.putObject("usage")
            .put("input_tokens", input - cached)
            .put("cache_read_input_tokens", cached)
            .put("output_tokens", output);
        yield root;
      }
      case GEMINI -> {
        var root = JSON.createObjectNode();
        var candidate = root.putArray("candidates").addObject();
        candidate.put(
            "finishReason", refused ? "SAFETY" : end.equals("stop") ? "STOP" : "MAX_TOKENS");
        var content = candidate.putObject("content").put("role", "model");
        var parts = content.putArray("parts");
        if (!refused) {
          parts.addObject().put("text", text);
        }
        root.set("usageMetadata", geminiUsage());
        yield root;
      }
    };
  }

  private JsonNode openAiUsage() {
    var usage = JSON.createObjectNode().put("prompt_tokens", input);
    usage.put("completion_tokens", output).put("total_tokens", input + output);
    usage.putObject("prompt_tokens_details").put("cached_tokens", cached);
    return usage;
  }

  private JsonNode geminiUsage() {
    return JSON.createObjectNode()
        .put("promptTokenCount", input)
        .put("cachedContentTokenCount", cached)
        .put("candidatesTokenCount", output - output / 2)
        .put("thoughtsTokenCount", output / 2)
        .put("totalTokenCount", input + output);
  }

  private List<JsonNode> pieces(Wire wire, String text, String end) {
    int half = text.length() / 2;
    var halves = List.of(text.substring(0, half), text.substring(half));
    var events = new ArrayList<JsonNode>();
    switch (wire) {
      case OPENAI, OPENAI_COMPATIBLE -> {
        for (String part : halves) {
          var event = JSON.createObjectNode().put("id", "c1").put("model", "fake");
          event
              .putArray("choices")
              .addObject()
              .put("index", 0)
              .putObject("delta")
              .put("content", part);
          events.add(event);
        }
        var last = JSON.createObjectNode().put("id", "c1").put("model", "fake");
        last.putArray("choices")
            .addObject()
            .put("index", 0)
            .put("finish_reason", end)
            .putObject("delta");
        events.add(last);
        var told = JSON.createObjectNode().put("id", "c1").put("model", "fake");
        told.putArray("choices");
        told.set("usage", openAiUsage());
        events.add(told);
      }
      case ANTHROPIC -> {
        var start = JSON.createObjectNode().put("type", "message_start");
        var message = start.putObject("message").put("id", "m1").put("role", "assistant");
        message.put("model", "fake").putArray("content");
        message
            .putObject("usage")
            .put("input_tokens", input - cached)
            .put("cache_read_input_tokens", cached)
            .put("output_tokens", 1);
        events.add(start);
        var block = JSON.createObjectNode().put("type", "content_block_start").put("index", 0);
        block.putObject("content_block").put("type", "text").put("text", "");
        events.add(block);
        for (String part : halves) {
          var event = JSON.createObjectNode().put("type", "content_block_delta").put("index", 0);
          event.putObject("delta").put("type", "text_delta").put("text", part);
          events.add(event);
        }
        events.add(JSON.createObjectNode().put("type", "content_block_stop").put("index", 0));
        var delta = JSON.createObjectNode().put("type", "message_delta");
        delta.putObject("delta").put("stop_reason", "end_turn");
        delta.putObject("usage").put("output_tokens", output);
        events.add(delta);
        events.add(JSON.createObjectNode().put("type", "message_stop"));
      }
      case GEMINI -> {
        for (int i = 0; i < 2; i++) {
          var event = JSON.createObjectNode();
          var candidate = event.putArray("candidates").addObject();
          candidate
              .putObject("content")
              .put("role", "model")
              .putArray("parts")
              .addObject()
              .put("text", halves.get(i));
          if (i == 1) {
            candidate.put("finishReason", "STOP");
          }
          event.set("usageMetadata", geminiUsage());
          events.add(event);
        }
      }
    }
    return events;
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
