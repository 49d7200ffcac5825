package dev.hitlai.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.testsupport.ApiClient;
import org.jspecify.annotations.Nullable;

/** Carries out operations and writes them down; a theme of the API extends it. */
class ExampleCalls {
  protected final int port;
  private final ExampleBook executed;

  ExampleCalls(int port, ExampleBook executed) {
    this.port = port;
    this.executed = executed;
  }

  /** Carries out an operation and writes it down; {@code variables} go into its path in order. */
  ApiClient.Answer call(
      ApiClient api, String operation, @Nullable Object body, String... variables) {
    var answer =
        executed.call(api, operation, path(operation, variables), body, "http://127.0.0.1:" + port);
    assertThat(answer.status()).as(operation + ": " + answer.text()).isBetween(200, 299);
    return answer;
  }

  /** The same without a body, with a query such as {@code ?format=dpo}. */
  ApiClient.Answer ask(ApiClient api, String operation, String query) {
    var answer =
        executed.call(api, operation, path(operation) + query, null, "http://127.0.0.1:" + port);
    assertThat(answer.status()).as(operation + ": " + answer.text()).isBetween(200, 299);
    return answer;
  }

  /** The same with a picture as the body, which no document shows. */
  ApiClient.Answer upload(ApiClient api, String operation, byte[] picture, String... variables) {
    var answer =
        executed.upload(
            api, operation, path(operation, variables), picture, "http://127.0.0.1:" + port);
    assertThat(answer.status()).as(operation + ": " + answer.text()).isBetween(200, 299);
    return answer;
  }

  /** The same with a query, and a text as the body of what isn't sent as JSON. */
  ApiClient.Answer query(
      ApiClient api, String operation, String query, @Nullable String text, String... variables) {
    String path = path(operation, variables) + query;
    String server = "http://127.0.0.1:" + port;
    var answer =
        text == null
            ? executed.call(api, operation, path, null, server)
            : executed.upload(api, operation, path, text.getBytes(UTF_8), server);
    assertThat(answer.status()).as(operation + ": " + answer.text()).isBetween(200, 299);
    return answer;
  }

  private static String path(String operation, String... variables) {
    String path = operation.substring(operation.indexOf(' ') + 1);
    for (String variable : variables) {
      path = path.replaceFirst("\\{[^}]+}", variable);
    }
    return path;
  }
}
