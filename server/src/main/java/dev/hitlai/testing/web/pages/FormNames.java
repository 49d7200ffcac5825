package dev.hitlai.testing.web.pages;

import dev.hitlai.testing.internal.requests.InvalidRequest;
import dev.hitlai.web.view.Problems;
import java.util.LinkedHashMap;
import java.util.Map;

/** The builder's fields that are called otherwise in the API. */
final class FormNames {
  private static final Map<String, String> FIELDS =
      Map.of(
          "persona", "personas",
          "platform", "device",
          "additionalContext", "context",
          "requiredTesters", "testers",
          "testerRequirements.languages", "languages",
          "testerRequirements.countries", "countries",
          "testerRequirements.devices", "testerDevices",
          "testerRequirements.techLiteracy", "techLiteracy",
          "testerRequirements.age", "minAge");

  private FormNames() {}

  static Problems problems(InvalidRequest invalid) {
    var byField = new LinkedHashMap<String, String>();
    invalid.problems().forEach((field, why) -> byField.put(FIELDS.getOrDefault(field, field), why));
    return new Problems(byField);
  }
}
