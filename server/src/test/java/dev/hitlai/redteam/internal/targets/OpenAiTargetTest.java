package dev.hitlai.redteam.internal.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.demosite.http.LoopbackServer;
import dev.hitlai.demosite.http.Response;
import dev.hitlai.redteam.Conversation;
import dev.hitlai.redteam.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiTargetTest {
  private final List<String> heard = new ArrayList<>();

  private Reply ask(int status, String body, String... turns) {
    try (var server =
        new LoopbackServer(
            0,
            exchange -> {
              heard.add(
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
              Response.text(status, "application/json", body).send(exchange);
            })) {
      return new OpenAiTarget(URI.create(server.url()), "small", "key")
          .ask(new Conversation("Rules", List.of(turns), "A page", 7));
    }
  }

  @Test
  void asksTurnByTurnAndPutsTheDocumentIntoTheLastOne() {
    var reply = ask(200, "{\"choices\":[{\"message\":{\"content\":\"No.\"}}]}", "One", "Two");
    assertThat(reply.text()).isEqualTo("No.\nNo.");
    assertThat(heard).hasSize(2);
    assertThat(heard.getFirst()).contains("\"Rules\"", "\"One\"").doesNotContain("A page");
    assertThat(heard.getLast()).contains("\"assistant\"", "Two\\n\\nA page", "\"seed\":7");
  }

  @Test
  void saysWhatAModelWantsToCall() {
    var reply =
        ask(
            200,
            "{\"choices\":[{\"message\":{\"content\":null,\"tool_calls\":[{\"function\":{\"name\":\"press\"}}]}}]}",
            "Hi");
    assertThat(reply.failure()).isNull();
    assertThat(reply.text()).contains("press");
  }

  @ParameterizedTest
  @CsvSource({"500,oops", "200,{", "200,{}"})
  void reportsWhatIsNoAnswerAsAFailure(int status, String body) {
    assertThat(ask(status, body, "Hi").failure()).endsWith(".");
  }

  @Test
  void reportsASilentServerAsAFailure() {
    var reply =
        new OpenAiTarget(URI.create("http://127.0.0.1:9"), "small", null)
            .ask(new Conversation("Rules", List.of("Hi"), null, 7));
    assertThat(reply.failure()).isEqualTo("The target can't be reached.");
  }

  @ParameterizedTest
  @CsvSource({
    "http://h:1,http://h:1/v1/chat/completions",
    "http://h:1/v1/,http://h:1/v1/chat/completions",
    "https://h/api/v1/chat/completions,https://h/api/v1/chat/completions",
    "https://h/openai,https://h/openai/v1/chat/completions"
  })
  void knowsWhereCompletionsAre(URI address, URI expected) {
    assertThat(OpenAiTarget.completions(address)).isEqualTo(expected);
  }
}
