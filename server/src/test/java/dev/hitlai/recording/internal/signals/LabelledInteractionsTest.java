package dev.hitlai.recording.internal.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.recording.internal.signals.Story.Click;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rage and dead clicks on interactions with labels (interactions.json: events as the recorder sends
 * them, labelled by what the person in front of the page felt), beside what published definitions
 * of other tools say of the same.
 */
class LabelledInteractionsTest {
  private static final UUID PAGE = new UUID(1, 1);
  private static final double GOAL = 0.95;

  /** Hits and misses. */
  private record Score(int right, int wrong, int missed) {
    double precision() {
      return right + wrong == 0 ? 0 : right / (double) (right + wrong);
    }

    double recall() {
      return right + missed == 0 ? 0 : right / (double) (right + missed);
    }

    double f1() {
      return right == 0 ? 0 : 2.0 * right / (2 * right + wrong + missed);
    }
  }

  @Test
  void tellsRageAndDeadClicksBetterThanThePublishedDefinitions() throws IOException {
    var interactions = read();
    assertThat(interactions.size()).isGreaterThanOrEqualTo(200);
    var table = new LinkedHashMap<String, Score>();
    table.put("rage, ours", score(interactions, "rage", node -> says(node, SignalKind.RAGE_CLICK)));
    table.put(
        "rage, 3 clicks each within 1 s and 30 px (PostHog)",
        score(interactions, "rage", node -> chain(node, 3, 1000, 30)));
    table.put(
        "rage, 4 clicks within 1 s and 50 px (Amplitude)",
        score(interactions, "rage", node -> within(node, 4, 1000, 50)));
    table.put(
        "rage, 5 clicks within 500 ms (Hotjar)",
        score(interactions, "rage", node -> within(node, 5, 500, 100)));
    table.put(
        "rage, 3 dead clicks within 7 s (Sentry)",
        score(
            interactions,
            "rage",
            node ->
                clicks(node).stream().filter(LabelledInteractionsTest::sentryDead).count() >= 3));
    table.put("dead, ours", score(interactions, "dead", node -> says(node, SignalKind.DEAD_CLICK)));
    table.put(
        "dead, no change, scroll or selection (PostHog)",
        score(
            interactions,
            "dead",
            node -> clicks(node).stream().allMatch(LabelledInteractionsTest::postHogDead)));
    table.put(
        "dead, control without a change (Sentry)",
        score(
            interactions,
            "dead",
            node -> clicks(node).stream().anyMatch(LabelledInteractionsTest::sentryDead)));
    System.out.printf("%d interactions%n", interactions.size());
    table.forEach(
        (name, score) ->
            System.out.printf(
                "%-52s precision %.3f recall %.3f F1 %.3f%n",
                name, score.precision(), score.recall(), score.f1()));
    assertThat(f1(table, "rage, ours")).isGreaterThanOrEqualTo(GOAL);
    assertThat(f1(table, "dead, ours")).isGreaterThanOrEqualTo(GOAL);
    assertThat(table.entrySet())
        .filteredOn(row -> !row.getKey().endsWith("ours"))
        .allSatisfy(
            row ->
                assertThat(row.getValue().f1())
                    .as(row.getKey())
                    .isLessThan(f1(table, row.getKey().substring(0, 4) + ", ours")));
  }

  private static double f1(Map<String, Score> table, String row) {
    return java.util.Objects.requireNonNull(table.get(row)).f1();
  }

  private static List<JsonNode> read() throws IOException {
    try (var in =
        LabelledInteractionsTest.class.getResourceAsStream(
            "/dev/hitlai/recording/interactions.json")) {
      var all = new ArrayList<JsonNode>();
      JsonMapper.builder().build().readTree(in).forEach(all::add);
      return all;
    }
  }

  private static Score score(List<JsonNode> interactions, String label, Predicate<JsonNode> says) {
    int right = 0;
    int wrong = 0;
    int missed = 0;
    for (var interaction : interactions) {
      boolean told = says.test(interaction);
      boolean is = interaction.path(label).asBoolean();
      right += told && is ? 1 : 0;
      wrong += told && !is ? 1 : 0;
      missed += !told && is ? 1 : 0;
    }
    return new Score(right, wrong, missed);
  }

  private static boolean says(JsonNode interaction, SignalKind kind) {
    return Signals.of(Stories.of(interactionClicks(interaction)), SignalSettings.usual()).stream()
        .anyMatch(signal -> signal.kind() == kind);
  }

  private static List<Click> interactionClicks(JsonNode interaction) {
    var all = new ArrayList<Click>();
    for (var c : clicks(interaction)) {
      all.add(
          new Click(
              new UUID(2, all.size()),
              PAGE,
              1_000_000 + c.path("t").asLong(),
              all.size(),
              c.path("tag").asString(),
              c.path("selector").asString(),
              c.path("text").asString(),
              c.path("x").asInt(),
              c.path("y").asInt(),
              c.path("x").asInt(),
              c.path("y").asInt(),
              c.path("flags").asInt(),
              c.path("effects").isNull() ? null : Integer.valueOf(c.path("effects").asInt()),
              c.path("delay").isNull() ? null : Integer.valueOf(c.path("delay").asInt()),
              430,
              520));
    }
    return all;
  }

  private static List<JsonNode> clicks(JsonNode interaction) {
    var all = new ArrayList<JsonNode>();
    interaction.path("clicks").forEach(all::add);
    return all;
  }

  private static boolean chain(JsonNode interaction, int count, int millis, int pixels) {
    int run = 1;
    var clicks = clicks(interaction);
    for (int i = 1; i < clicks.size(); i++) {
      run = near(clicks.get(i - 1), clicks.get(i), millis, pixels) ? run + 1 : 1;
      if (run >= count) {
        return true;
      }
    }
    return false;
  }

  private static boolean within(JsonNode interaction, int count, int millis, int pixels) {
    var clicks = clicks(interaction);
    for (int i = 0; i + count <= clicks.size(); i++) {
      if (near(clicks.get(i), clicks.get(i + count - 1), millis, pixels)) {
        return true;
      }
    }
    return false;
  }

  private static boolean near(JsonNode from, JsonNode to, int millis, int pixels) {
    return to.path("t").asInt() - from.path("t").asInt() <= millis
        && Math.abs(to.path("x").asInt() - from.path("x").asInt())
                + Math.abs(to.path("y").asInt() - from.path("y").asInt())
            <= pixels;
  }

  private static boolean postHogDead(JsonNode click) {
    return !click.path("mutatedAnywhere").asBoolean()
        && !click.path("scrolled").asBoolean()
        && !click.path("selected").asBoolean()
        && !click.path("navigated").asBoolean();
  }

  private static boolean sentryDead(JsonNode click) {
    return List.of("BUTTON", "A", "INPUT").contains(click.path("tag").asString())
        && !click.path("mutatedAnywhere").asBoolean()
        && !click.path("navigated").asBoolean();
  }
}
