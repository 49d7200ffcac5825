package dev.hitlai.notifications.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.web.view.Problems;
import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal as a form shows it. */
final class FormProblems {
  private FormProblems() {}

  static Problems of(ApiProblem refused) {
    return switch (refused.code()) {
      case VALIDATION_ERROR -> {
        var fields = new LinkedHashMap<String, String>();
        refused.details().forEach((field, why) -> fields.put(field, sentence(field, why)));
        yield new Problems(fields);
      }
      default -> new Problems(Map.of("form", refused.sentence()));
    };
  }

  private static String sentence(String field, Object why) {
    String name =
        switch (field) {
          case "url" -> "The address ";
          case "events" -> "The choice of events ";
          case "description" -> "The description ";
          default -> "This ";
        };
    return name + why + ".";
  }
}
