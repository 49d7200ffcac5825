package dev.hitlai.api.internal;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows each operation with a request and the answer to it, as they really went: a test carries
 * them out, writes them down in {@code examples.json} and fails when an answer looks different.
 */
@Component
class ApiExamples implements GlobalOpenApiCustomizer {
  private static final String RESOURCE = "dev/hitlai/api/examples.json";

  private final JsonMapper json;

  ApiExamples(JsonMapper json) {
    this.json = json;
  }

  /**
   * An exchange.
   *
   * @param request JSON, when there was a body
   * @param response JSON, or the beginning of a text; null for pictures and empty answers
   */
  record Example(@Nullable Object request, int status, @Nullable Object response) {}

  @Override
  public void customise(OpenAPI document) {
    var examples = read();
    document
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) -> {
                          var example = examples.get(method + " " + path);
                          if (example != null) {
                            show(operation, example);
                          }
                        }));
  }

  /** By method and path, such as {@code GET /api/test-runs/{id}}. */
  private Map<String, Example> read() {
    try (var stream = new ClassPathResource(RESOURCE).getInputStream()) {
      return json.readValue(stream, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " is missing from the build", e);
    }
  }

  private static void show(Operation operation, Example example) {
    var body = operation.getRequestBody();
    if (body != null) {
      show(body.getContent(), example.request());
    }
    var answer = operation.getResponses().get(String.valueOf(example.status()));
    if (answer != null) {
      show(answer.getContent(), example.response());
    }
  }

  private static void show(@Nullable Content content, @Nullable Object example) {
    if (content != null && example != null) {
      content.values().forEach(media -> media.setExample(example));
    }
  }
}
