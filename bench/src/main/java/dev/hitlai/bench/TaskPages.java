package dev.hitlai.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;

/** Serves the folder of interactive pages on the loopback interface. */
public final class TaskPages implements AutoCloseable {
  private final Path folder;
  private final HttpServer server;

  /**
   * @param folder holds {@code task.js} and a folder of pages for each half
   */
  public TaskPages(Path folder) throws IOException {
    this.folder = folder.toRealPath();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /** Names of a half's pages in order, without their ending. */
  public List<String> names(String half) throws IOException {
    var inside = folder.resolve(half);
    if (!Files.isDirectory(inside)) {
      return List.of();
    }
    try (var files = Files.list(inside)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".html"))
          .map(name -> name.substring(0, name.length() - ".html".length()))
          .sorted()
          .toList();
    }
  }

  /** The address says nothing about the page, as the mind reads addresses like anybody else. */
  public URI address(String half, String name, int seed) throws IOException {
    return URI.create(
        "http://127.0.0.1:%d/%s/%d?seed=%d"
            .formatted(server.getAddress().getPort(), half, names(half).indexOf(name), seed));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var file = file(exchange.getRequestURI().getPath());
      if (!Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      var type = file.toString().endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8";
      exchange.getResponseHeaders().set("Content-Type", type);
      var content = Files.readAllBytes(file);
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
    }
  }

  private Path file(String path) throws IOException {
    if (path.equals("/task.js")) {
      return folder.resolve("task.js");
    }
    var parts = path.split("/");
    if (parts.length != 3 || !parts[2].matches("\\d{1,4}")) {
      return folder.resolve("none");
    }
    var names = names(parts[1]);
    int number = Integer.parseInt(parts[2]);
    return number < names.size()
        ? folder.resolve(parts[1]).resolve(names.get(number) + ".html")
        : folder.resolve("none");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
