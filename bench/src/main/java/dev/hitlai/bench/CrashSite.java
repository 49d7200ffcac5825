package dev.hitlai.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the monitors of {@link HealthCrashBench} look at, and where their webhooks arrive: it knows
 * what was really the case and what really came.
 */
final class CrashSite implements AutoCloseable {
  private final HttpServer server;
  private final Set<String> failing = ConcurrentHashMap.newKeySet();
  private final Map<String, List<Asked>> asked = new ConcurrentHashMap<>();
  private final Map<String, Message> messages = new ConcurrentHashMap<>();

  /** A check as it arrived, in epoch milliseconds. */
  record Asked(long at, boolean answeredWell) {}

  /**
   * What a webhook brought.
   *
   * @param copies how often it came, under the same id
   */
  record Message(String id, String event, JsonNode data, int copies) {}

  CrashSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/m/", this::check);
    server.createContext("/hook", this::receive);
    server.start();
  }

  String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  void fail(List<String> names) {
    failing.addAll(names);
  }

  void heal(List<String> names) {
    names.forEach(failing::remove);
  }

  /** Checks of one monitor, oldest first. */
  List<Asked> asked(String name) {
    var list = asked.getOrDefault(name, List.of());
    synchronized (list) {
      return List.copyOf(list);
    }
  }

  /** How often a monitor was looked at since a moment. */
  long askedSince(String name, long at) {
    return asked(name).reversed().stream().takeWhile(one -> one.at() > at).count();
  }

  /** Each message once. */
  List<Message> messages() {
    return List.copyOf(messages.values());
  }

  private void check(HttpExchange exchange) throws IOException {
    String name = exchange.getRequestURI().getPath().substring("/m/".length());
    boolean well = !failing.contains(name);
    var list = asked.computeIfAbsent(name, _ -> new ArrayList<>());
    synchronized (list) {
      list.add(new Asked(System.currentTimeMillis(), well));
    }
    answer(exchange, well ? 200 : 500);
  }

  private void receive(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String id = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id"));
    var json = JsonMapper.shared().readTree(body);
    messages.merge(
        id,
        new Message(id, json.at("/event").asString(), json.at("/data"), 1),
        (old, again) -> new Message(id, old.event(), old.data(), old.copies() + 1));
    answer(exchange, 204);
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.getResponseHeaders().set("Connection", "close");
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
