package dev.hitlai.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code hitlai stop-ai}: the platform's emergency switch, thrown or lifted from a terminal. */
@Command(
    name = "stop-ai",
    description =
        "Stops every AI in every server of a platform within two seconds, or lets it act again."
            + " People go on.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class StopAiCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "Any server of the platform (default ${DEFAULT-VALUE}).",
      defaultValue = "http://127.0.0.1:8080")
  private URI server;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why, as one sentence; with --lift the reasoning of the decision.")
  private String reason;

  @Option(names = "--lift", description = "Let AI act again.")
  private boolean lift;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description =
          "An administrator's access token (default: HITLAI_TOKEN; else a login with"
              + " HITLAI_ADMIN_EMAIL and HITLAI_ADMIN_PASSWORD).")
  private @Nullable String token;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var path = lift ? "/api/admin/kill-switch/lift" : "/api/admin/kill-switch";
    send(path, Map.of(lift ? "reasoning" : "reason", reason), token());
    System.out.println(lift ? "AI may act again." : "All AI is stopped.");
    return 0;
  }

  private String token() throws IOException, InterruptedException {
    var given = token != null ? token : System.getenv("HITLAI_TOKEN");
    if (given != null && !given.isBlank()) {
      return given;
    }
    var email = System.getenv("HITLAI_ADMIN_EMAIL");
    var password = System.getenv("HITLAI_ADMIN_PASSWORD");
    if (email == null || password == null) {
      throw new IllegalArgumentException(
          "Give an administrator's --token, or HITLAI_ADMIN_EMAIL and HITLAI_ADMIN_PASSWORD.");
    }
    var login = send("/api/auth/login", Map.of("email", email, "password", password), null);
    var access = JsonMapper.shared().readTree(login).path("access_token").asString("");
    if (access.isEmpty()) {
      throw new IllegalArgumentException(
          "This administrator has a second factor; log in in the browser or give a --token.");
    }
    return access;
  }

  private String send(String path, Map<String, String> body, @Nullable String bearer)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(body)));
    if (bearer != null) {
      request.header("Authorization", "Bearer " + bearer);
    }
    var answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(
          "The platform answered %d: %s"
              .formatted(
                  answer.statusCode(),
                  JsonMapper.shared().readTree(answer.body()).path("error").asString("")));
    }
    return answer.body();
  }
}
