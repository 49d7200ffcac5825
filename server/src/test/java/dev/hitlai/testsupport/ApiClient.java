package dev.hitlai.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that talks to the server under test over real HTTP; follows no redirects. */
public final class ApiClient {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final URI server;
  private final Map<String, String> headers;

  private ApiClient(URI server, Map<String, String> headers) {
    this.server = server;
    this.headers = headers;
  }

  public static ApiClient at(int port) {
    return new ApiClient(URI.create("http://127.0.0.1:" + port), Map.of());
  }

  /** The same with a header on every request. */
  public ApiClient with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new ApiClient(server, more);
  }

  /** The same with a token or key. */
  public ApiClient as(String token) {
    return with("Authorization", "Bearer " + token);
  }

  public Answer get(String path) {
    return send("GET", path, null, null);
  }

  public Answer post(String path, Object body) {
    return send("POST", path, "application/json", JSON.writeValueAsString(body));
  }

  public Answer patch(String path, Object body) {
    return send("PATCH", path, "application/json", JSON.writeValueAsString(body));
  }

  public Answer delete(String path) {
    return send("DELETE", path, null, null);
  }

  /** A form as browsers send it. */
  public Answer form(String path, Map<String, String> fields) {
    var body = new StringBuilder();
    fields.forEach(
        (name, value) ->
            body.append(body.isEmpty() ? "" : "&")
                .append(java.net.URLEncoder.encode(name, UTF_8))
                .append('=')
                .append(java.net.URLEncoder.encode(value, UTF_8)));
    return send("POST", path, "application/x-www-form-urlencoded", body.toString());
  }

  public Answer send(
      String method, String path, @Nullable String contentType, @Nullable String body) {
    return publish(
        method,
        path,
        contentType,
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
  }

  /** A body that isn't text. */
  public Answer sendBytes(String method, String path, String contentType, byte[] body) {
    return publish(method, path, contentType, BodyPublishers.ofByteArray(body));
  }

  private Answer publish(
      String method, String path, @Nullable String contentType, BodyPublisher body) {
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(Duration.ofSeconds(20))
            .method(method, body);
    headers.forEach(request::header);
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    try {
      return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What came back. */
  public record Answer(int status, HttpHeaders headers, String text) {
    Answer(HttpResponse<String> response) {
      this(response.statusCode(), response.headers(), response.body());
    }

    public JsonNode json() {
      return JSON.readTree(text);
    }

    /** Text at a JSON pointer such as {@code /data/id}. */
    public String at(String pointer) {
      return json().at(pointer).asString();
    }

    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    /** The value of a cookie that was set, or nothing. */
    public String cookie(String name) {
      return headers.allValues("Set-Cookie").stream()
          .filter(cookie -> cookie.startsWith(name + "="))
          .map(cookie -> cookie.substring(name.length() + 1).split(";", 2)[0])
          .reduce("", (first, second) -> second);
    }
  }
}
