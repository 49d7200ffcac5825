package dev.hitlai.health.internal.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hitlai.health.BodyCondition;
import dev.hitlai.health.Monitor.Expectation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether an answer is what was expected. */
final class Conditions {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Conditions() {}

  /** What is wrong with it; null when nothing is. */
  static @Nullable String complaint(Expectation expected, int status, byte[] body) {
    if (!expected.statuses().isEmpty() && !expected.statuses().contains(status)) {
      return "It answered " + status + ".";
    }
    if (expected.conditions().isEmpty()) {
      return null;
    }
    String text = new String(body, UTF_8);
    for (var condition : expected.conditions()) {
      String complaint = complaint(condition, text);
      if (complaint != null) {
        return complaint;
      }
    }
    return null;
  }

  private static @Nullable String complaint(BodyCondition condition, String text) {
    return switch (condition.kind()) {
      case CONTAINS ->
          text.contains(condition.value())
              ? null
              : "The answer doesn't contain “" + condition.value() + "”.";
      case LACKS ->
          text.contains(condition.value())
              ? "The answer contains “" + condition.value() + "”."
              : null;
      case JSON_EXISTS, JSON_EQUALS -> json(condition, text);
    };
  }

  private static @Nullable String json(BodyCondition condition, String text) {
    JsonNode found;
    try {
      found = JSON.readTree(text).at(condition.path());
    } catch (JacksonException e) {
      return "The answer isn't JSON.";
    }
    if (found.isMissingNode()) {
      return "The answer has nothing at " + condition.path() + ".";
    }
    boolean fits =
        condition.kind() == BodyCondition.Kind.JSON_EXISTS
            || condition.value().equals(found.isValueNode() ? found.asString() : found.toString());
    return fits ? null : "The answer has another value at " + condition.path() + ".";
  }
}
