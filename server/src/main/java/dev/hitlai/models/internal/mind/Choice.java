package dev.hitlai.models.internal.mind;

import dev.hitlai.aitester.page.Element;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a model chose, in words that outlast the page's markup.
 *
 * @param picks best first
 * @param back whether going back is best
 * @param reached steps of the plan that are reached
 * @param proof text of the page that shows that the mission is done; empty while it isn't
 * @param noticed what got in the way
 * @param version of the model that chose
 */
record Choice(
    List<Pick> picks,
    boolean back,
    String why,
    int reached,
    String proof,
    String noticed,
    String version) {
  private static final JsonMapper JSON = JsonMapper.shared();

  record Pick(String role, String label) {
    static Pick of(Element element) {
      return new Pick(element.role(), element.label());
    }
  }

  Choice {
    picks = List.copyOf(picks);
  }

  /** From an answer that fits the schema; numbers that name nothing are dropped. */
  static Choice of(String answer, Choices choices, String version) {
    var json = JSON.readTree(answer);
    var picks = new ArrayList<Pick>();
    boolean back = false;
    for (var number : json.path("ranking")) {
      back |= picks.isEmpty() && number.asInt() == 0;
      choices.number(number.asInt()).map(Pick::of).ifPresent(picks::add);
    }
    boolean done = json.path("done").asBoolean();
    return new Choice(
        picks,
        back,
        json.path("why").asString(),
        json.path("reached").asInt(),
        done ? json.path("proof").asString() : "",
        json.path("noticed").asString(),
        version);
  }

  String kept() {
    return JSON.writeValueAsString(this);
  }

  /** Null when it was kept by a version that wrote something else. */
  static @org.jspecify.annotations.Nullable Choice read(String kept) {
    try {
      return JSON.readValue(kept, Choice.class);
    } catch (JacksonException written) {
      return null;
    }
  }
}
