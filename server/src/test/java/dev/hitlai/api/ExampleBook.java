package dev.hitlai.api;

import dev.hitlai.testsupport.ApiClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** Calls that were carried out and their answers, by operation. */
final class ExampleBook {
  private static final Path FILE = Path.of("src/main/resources/dev/hitlai/api/examples.json");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final int TEXT_SHOWN = 400;

  /** What is a secret while it works, and is no example's business. */
  private static final String SECRETS =
      "(\"(?:access_token|refresh_token|key|secret|token|mfaToken|uri|code)\"\\s*:\\s*\"[^\"]{12})[^\"]+|((?:/invitation/|/r/|/application/))[\\w.-]+";

  private final Map<String, Exchange> exchanges;

  ExampleBook() {
    this(new TreeMap<>());
  }

  private ExampleBook(Map<String, Exchange> exchanges) {
    this.exchanges = exchanges;
  }

  static ExampleBook read() {
    try {
      return new ExampleBook(
          JSON.readValue(
              Files.readString(FILE), new TypeReference<TreeMap<String, Exchange>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write() {
    try {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, JSON.writeValueAsString(exchanges) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Nullable Exchange of(String operation) {
    return exchanges.get(operation);
  }

  /** A body as it is sent, for those who sign it. */
  static String written(Object body) {
    return JSON.writeValueAsString(body);
  }

  ApiClient.Answer call(
      ApiClient api, String operation, String path, @Nullable Object body, String server) {
    String method = operation.substring(0, operation.indexOf(' '));
    String sent = body == null ? null : written(body);
    var answer = api.send(method, path, sent == null ? null : "application/json", sent);
    exchanges.put(
        operation,
        new Exchange(
            sent == null ? null : JSON.readTree(withoutSecrets(sent, server)),
            answer.status(),
            response(answer, server)));
    return answer;
  }

  /** A picture as the body: what goes in is shown by nobody, what comes back is. */
  ApiClient.Answer upload(
      ApiClient api, String operation, String path, byte[] picture, String server) {
    var answer = api.sendBytes("POST", path, "image/png", picture);
    exchanges.put(operation, new Exchange(null, answer.status(), response(answer, server)));
    return answer;
  }

  private static @Nullable JsonNode response(ApiClient.Answer answer, String server) {
    String type = answer.header("Content-Type");
    if (answer.text().isEmpty()
        || type.startsWith("image/")
        || type.endsWith("/zip")
        || type.endsWith("/pdf")) {
      return null;
    }
    String shown = withoutSecrets(answer.text(), server);
    return type.startsWith("application/json")
        ? JSON.readTree(shown)
        : StringNode.valueOf(shown.substring(0, Math.min(TEXT_SHOWN, shown.length())));
  }

  private static String withoutSecrets(String text, String server) {
    return text.replace(server, "https://hitlai.example").replaceAll(SECRETS, "$1$2…");
  }

  /** A request and the answer to it. */
  record Exchange(@Nullable JsonNode request, int status, @Nullable JsonNode response) {

    /** Where the other one looks different: another status, field or kind of value. */
    List<String> differenceTo(Exchange other) {
      var differences = new ArrayList<String>();
      if (status != other.status) {
        differences.add("status " + status + " instead of " + other.status);
      }
      compare("request", request, other.request, differences);
      compare("response", response, other.response, differences);
      return differences;
    }

    /** What is null or empty in one of them says nothing about its kind. */
    private static void compare(
        String at, @Nullable JsonNode one, @Nullable JsonNode other, List<String> differences) {
      if (one == null || other == null || one.isNull() || other.isNull()) {
        return;
      }
      if (one.getNodeType() != other.getNodeType()) {
        differences.add(at + " is " + one.getNodeType() + " instead of " + other.getNodeType());
      } else if (one.isArray() && !one.isEmpty() && !other.isEmpty()) {
        compare(at + "[0]", one.get(0), other.get(0), differences);
      } else if (one.isObject()) {
        var names = new TreeSet<>(one.propertyNames());
        var others = new TreeSet<>(other.propertyNames());
        if (!names.equals(others)) {
          differences.add(at + " has " + names + " instead of " + others);
        }
        names.retainAll(others);
        names.forEach(
            name -> compare(at + "." + name, one.get(name), other.get(name), differences));
      }
    }
  }
}
