package dev.hitlai.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform's HTTP API as a customer's program would use it. */
final class DemoClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI platform;
  private @Nullable String token;

  DemoClient(URI platform) {
    this.platform = platform;
  }

  /** Makes a company with an owner, and stays logged in as that owner. */
  void signUp(String email, String password, String company) {
    post(
        "/api/auth/signup",
        Map.of(
            "email", email,
            "password", password,
            "companyName", company,
            "companySize", "1-10",
            "industry", "retail"));
    token =
        post("/api/auth/login", Map.of("email", email, "password", password))
            .path("access_token")
            .asString();
  }

  /** Asks for a test and returns the run's id. */
  String execute(URI site, String mission, String persona) {
    var accepted =
        post(
            "/api/test/execute",
            Map.of(
                "url", site.toString(), "mission", mission, "persona", persona, "testType", "ai"));
    return accepted.path("testRunId").asString();
  }

  /** The run with its steps and findings. */
  JsonNode run(String id) {
    return send(request("/api/test-runs/" + id).GET().build()).path("data");
  }

  private JsonNode post(String path, Map<String, String> body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(body)))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(platform.resolve(path)).timeout(TIMEOUT);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest request) {
    try {
      var response = http.send(request, BodyHandlers.ofString());
      var body = JsonMapper.shared().readTree(response.body());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(
            "The platform answered "
                + response.statusCode()
                + " to "
                + request.uri().getPath()
                + ": "
                + body.path("error").asString(response.body()));
      }
      return body;
    } catch (IOException e) {
      throw new IllegalStateException("The platform does not answer at " + platform, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the platform", e);
    }
  }
}
