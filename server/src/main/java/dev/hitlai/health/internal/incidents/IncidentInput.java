package dev.hitlai.health.internal.incidents;

import dev.hitlai.api.ApiProblem;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says what is wrong with what somebody entered about an incident. */
@Component
class IncidentInput {
  private static final int LONGEST_TITLE = 200;

  String title(String title) {
    return required("title", title, LONGEST_TITLE);
  }

  String required(String field, String text, int longest) {
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.length() > longest) {
      throw ApiProblem.invalid(field, "must have 1 to " + longest + " characters");
    }
    return stripped;
  }

  String text(String field, String text, int longest) {
    if (text.length() > longest) {
      throw ApiProblem.invalid(field, "must have at most " + longest + " characters");
    }
    return text.strip();
  }

  int count(String field, int count) {
    if (count < 0) {
      throw ApiProblem.invalid(field, "must be 0 or more");
    }
    return count;
  }

  IncidentSeverity severity(String word) {
    return word("severity", word, IncidentSeverity.values(), IncidentSeverity::code);
  }

  IncidentType type(String word) {
    return word("type", word, IncidentType.values(), IncidentType::code);
  }

  IncidentStatus status(String word) {
    return word("status", word, IncidentStatus.values(), IncidentStatus::code);
  }

  private static <T> T word(String field, String word, T[] all, Function<T, String> code) {
    return Arrays.stream(all)
        .filter(one -> code.apply(one).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                ApiProblem.invalid(
                    field,
                    "must be one of "
                        + Arrays.stream(all).map(code).collect(Collectors.joining(", "))));
  }
}
