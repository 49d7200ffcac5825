package dev.hitlai.redteam.internal.targets;

import dev.hitlai.redteam.Conversation;
import dev.hitlai.redteam.Reply;
import dev.hitlai.redteam.Target;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A model behind an address that speaks like OpenAI's chat completions. */
public final class OpenAiTarget implements Target {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int MOST_TOKENS = 2_500;
  private static final String PATH = "/chat/completions";

  private final URI address;
  private final String model;
  private final @Nullable String key;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  /**
   * @param address with or without the path; {@code http://host:1} means {@code
   *     /v1/chat/completions}
   */
  public OpenAiTarget(URI address, String model, @Nullable String key) {
    this.address = completions(address);
    this.model = model;
    this.key = key;
  }

  static URI completions(URI address) {
    var text = address.toString().replaceAll("/+$", "");
    if (text.endsWith(PATH)) {
      return URI.create(text);
    }
    return URI.create(text + (text.matches(".*/v\\d+\\w*$") ? "" : "/v1") + PATH);
  }

  @Override
  public Reply ask(Conversation asked) {
    var messages = new ArrayList<Map<String, String>>();
    messages.add(message("system", asked.system()));
    var said = new ArrayList<String>();
    long start = System.nanoTime();
    for (int i = 0; i < asked.turns().size(); i++) {
      var turn = asked.turns().get(i);
      boolean last = i == asked.turns().size() - 1;
      messages.add(
          message(
              "user", last && asked.document() != null ? turn + "\n\n" + asked.document() : turn));
      var reply = one(messages, asked.seed());
      if (reply.failure() != null) {
        return reply;
      }
      said.add(reply.text());
      messages.add(message("assistant", reply.text()));
    }
    return new Reply(
        String.join("\n", said), (System.nanoTime() - start) / 1_000_000, BigDecimal.ZERO, null);
  }

  private Reply one(List<Map<String, String>> messages, long seed) {
    var body = new LinkedHashMap<String, Object>();
    body.put("model", model);
    body.put("messages", messages);
    body.put("max_tokens", MOST_TOKENS);
    body.put("seed", seed & 0x7fffffff);
    var request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    try {
      var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return response.statusCode() == 200
          ? read(response.body())
          : Reply.failed("The target answered with status " + response.statusCode() + ".");
    } catch (IOException e) {
      return Reply.failed("The target can't be reached.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.failed("The campaign was stopped.");
    }
  }

  private static Reply read(String body) {
    try {
      var message = JsonMapper.shared().readTree(body).path("choices").path(0).path("message");
      if (message.isMissingNode()) {
        return Reply.failed("The target's answer has no message.");
      }
      var text = message.path("content").isString() ? message.path("content").asString() : "";
      var tools = message.path("tool_calls");
      return Reply.of(tools.isArray() && !tools.isEmpty() ? text + "\n" + tools : text);
    } catch (JacksonException e) {
      return Reply.failed("The target's answer is no JSON.");
    }
  }

  private static Map<String, String> message(String role, String content) {
    return Map.of("role", role, "content", content);
  }
}
