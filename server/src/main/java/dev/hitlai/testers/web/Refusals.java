package dev.hitlai.testers.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.web.view.Problems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What stands in the way of values that were filled in. */
final class Refusals {
  private Refusals() {}

  /**
   * @param unreadable a sentence for each field that can't be read
   * @param made asked only when all can be
   */
  static Problems of(Map<String, String> unreadable, Supplier<?> made) {
    if (!unreadable.isEmpty()) {
      return new Problems(unreadable);
    }
    try {
      var _ = made.get();
      return Problems.none();
    } catch (ApiProblem refused) {
      var problems = new LinkedHashMap<String, String>();
      refused.details().forEach((field, why) -> problems.put(field, "This " + why + "."));
      return new Problems(problems);
    }
  }
}
