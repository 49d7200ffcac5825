package dev.hitlai.demosite.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** What goes back: status, headers in order (a name may repeat), body. */
public record Response(int status, List<Map.Entry<String, String>> headers, byte[] body) {

  private static final int WORTH_COMPRESSING = 1024;

  public Response {
    headers = List.copyOf(headers);
  }

  public static Response html(String html) {
    return text(200, "text/html; charset=utf-8", html);
  }

  public static Response text(int status, String contentType, String text) {
    return bytes(status, contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Response bytes(int status, String contentType, byte[] body) {
    return new Response(status, List.of(Map.entry("Content-Type", contentType)), body);
  }

  public static Response redirect(String location) {
    return new Response(303, List.of(Map.entry("Location", location)), new byte[0]);
  }

  public Response with(String name, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.add(Map.entry(name, value));
    return new Response(status, more, body);
  }

  public Response withStatus(int newStatus) {
    return new Response(newStatus, headers, body);
  }

  public Response compressed() {
    if (body.length < WORTH_COMPRESSING) {
      return this;
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new IllegalStateException("Memory refused a write", e);
    }
    return new Response(status, headers, packed.toByteArray()).with("Content-Encoding", "gzip");
  }

  public void send(HttpExchange exchange) throws IOException {
    headers.forEach(
        header -> exchange.getResponseHeaders().add(header.getKey(), header.getValue()));
    boolean bodyless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, bodyless ? -1 : body.length);
    if (!bodyless) {
      exchange.getResponseBody().write(body);
    }
  }
}
