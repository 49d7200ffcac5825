package dev.hitlai.demosite.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request with its query, form and cookies taken apart; of a repeated name the first
 * counts. The target is the path with its query, as it was sent.
 */
public record Request(
    String method,
    String path,
    String target,
    Map<String, String> query,
    Map<String, String> form,
    Map<String, String> cookies,
    boolean acceptsGzip) {

  private static final int MAX_FORM_BYTES = 64 * 1024;

  public static Request of(HttpExchange exchange) throws IOException {
    String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        exchange.getRequestURI().toString(),
        pairs(exchange.getRequestURI().getRawQuery(), "&"),
        form(exchange),
        cookies(exchange.getRequestHeaders().get("Cookie")),
        accepted != null && accepted.contains("gzip"));
  }

  public boolean isPost() {
    return method.equals("POST");
  }

  public String query(String name) {
    return query.getOrDefault(name, "").strip();
  }

  public String form(String name) {
    return form.getOrDefault(name, "").strip();
  }

  private static Map<String, String> form(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      return Map.of();
    }
    byte[] body = exchange.getRequestBody().readNBytes(MAX_FORM_BYTES);
    return pairs(new String(body, StandardCharsets.UTF_8), "&");
  }

  private static Map<String, String> cookies(@Nullable List<String> headers) {
    return headers == null ? Map.of() : pairs(String.join(";", headers), ";\\s*");
  }

  private static Map<String, String> pairs(@Nullable String text, String separator) {
    Map<String, String> pairs = new LinkedHashMap<>();
    if (text != null && !text.isEmpty()) {
      for (String pair : text.split(separator)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        pairs.putIfAbsent(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return pairs;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformedEscape) {
      return text;
    }
  }
}
