package dev.hitlai.monitoring.internal.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RedactionTest {
  @Test
  void keepsTheShapeAndWhatIsHarmless() {
    assertThat(
            Redaction.body(
                "{\"testType\":\"ai_only\",\"rating\":5,\"deep\":{\"ok\":true,\"list\":[1,null]},"
                    + "\"runId\":\"01990000-0000-7000-8000-00000000000a\",\"due\":\"2026-01-31\"}"))
        .isEqualTo(
            "{\"testType\":\"ai_only\",\"rating\":5,\"deep\":{\"ok\":true,\"list\":[1,null]},"
                + "\"runId\":\"01990000-0000-7000-8000-00000000000a\",\"due\":\"2026-01-31\"}");
  }

  @Test
  void hidesSecretsAndPeopleWhateverTheyLookLike() {
    String body =
        Redaction.body(
            "{\"password\":\"hunter\",\"age\":34,\"displayName\":\"ada\",\"contactEmail\":\"a@b.org\",\"feedback\":\"I"
                + " am Ada Lovelace, call me\",\"headers\":{\"X-Api-Key\":\"abc\"},"
                + "\"tokens\":[\"abc\",7],\"person@example.org\":true}");
    assertThat(body)
        .doesNotContain("hunter", "34", "ada", "Ada", "a@b.org", "abc", "7", "person@")
        .contains("\"feedback\":\"[26 characters]\"", "\"password\":\"•••\"");
  }

  @Test
  void letsNoSecretThroughWhereverItStands() {
    var random = new Random(7);
    for (int round = 0; round < 300; round++) {
      String secret = "Sec-" + Long.toString(random.nextLong(), 36) + "!";
      var json = JsonMapper.shared().createObjectNode();
      var at = json;
      for (int depth = random.nextInt(12); depth > 0; depth--) {
        at = at.putObject("m" + depth);
      }
      at.put("text", secret).putArray("list").add(secret);
      at.put(secret + "@example.org", 1);
      assertThat(Redaction.body(json.toString())).doesNotContain(secret);
    }
  }

  @Test
  void saysOfWhatIsNoJsonOnlyHowLongItIs() {
    assertThat(Redaction.body("password=hunter2")).isEqualTo("[not JSON, 16 characters]");
  }

  @Test
  void leavesInPathsAndQueriesWhatCanBeNoToken() {
    assertThat(Redaction.path("/api/test-runs/01990000-0000-7000-8000-00000000000a/report.json"))
        .isEqualTo("/api/test-runs/01990000-0000-7000-8000-00000000000a/report.json");
    assertThat(Redaction.path("/api/shared/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4/x"))
        .isEqualTo("/api/shared/•••/x");
    assertThat(Redaction.path("/api/people/ada@example.org")).isEqualTo("/api/people/•••");
    assertThat(
            Redaction.query(
                Map.of(
                    "status", new String[] {"failed"},
                    "token", new String[] {"abc"},
                    "q", new String[] {"Ada Lovelace"})))
        .isEqualTo("{\"q\":\"[12 characters]\",\"status\":\"failed\",\"token\":\"•••\"}");
    assertThat(Redaction.query(Map.of())).isNull();
  }

  @Test
  void takesOutOfSentencesWhatTheyQuote() {
    assertThat(
            Redaction.sentence(
                "No account has ada@example.org or hk_live_0123456789abcdef0123456789"))
        .isEqualTo("No account has ••• or •••");
  }

  @Test
  void logsTheFirstOfAMinuteAndThenOneOfSoMany() {
    var sampling = new Sampling(10, 5);
    int taken = 0;
    for (int i = 0; i < 60; i++) {
      taken += sampling.takes("GET /a", 120) ? 1 : 0;
    }
    assertThat(taken).isEqualTo(10 + 50 / 5);
    assertThat(sampling.takes("GET /b", 120)).isTrue();
    assertThat(sampling.takes("GET /a", 180)).as("the next minute").isTrue();
  }
}
