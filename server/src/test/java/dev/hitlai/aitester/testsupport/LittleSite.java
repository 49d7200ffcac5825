package dev.hitlai.aitester.testsupport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A web site made of a few pages, served on the loopback interface. */
public final class LittleSite implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** Answers one request. */
  public interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  public LittleSite() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      asked.add(exchange.getRequestMethod() + " " + path);
      answers
          .getOrDefault(path, other -> send(other, 404, "text/html", "<h1>Not here</h1>"))
          .to(exchange);
    }
  }

  /** A page whose body is given; title and language are filled in. */
  public LittleSite page(String path, String body) {
    return document(
        path,
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Page "
            + path
            + "</title></head><body>"
            + body
            + "</body></html>");
  }

  public LittleSite document(String path, String html) {
    return answering(path, exchange -> send(exchange, 200, "text/html; charset=utf-8", html));
  }

  public LittleSite answering(String path, Answer answer) {
    answers.put(path, answer);
    return this;
  }

  public static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  public static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    exchange.sendResponseHeaders(302, -1);
  }

  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** The same server under another host name. */
  public URI elsewhere(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  /** Requests so far, as {@code GET /path}. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
