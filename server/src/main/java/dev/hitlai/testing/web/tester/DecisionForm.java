package dev.hitlai.testing.web.tester;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.testing.internal.people.DisputeDecisions;
import dev.hitlai.web.view.Problems;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody decided, as they filled it in. */
public record DecisionForm(
    @Nullable String verdict,
    @Nullable String severity,
    @Nullable String wording,
    @Nullable String reasons) {
  public DecisionForm {
    verdict = orEmpty(verdict);
    severity = orEmpty(severity);
    wording = orEmpty(wording);
    reasons = orEmpty(reasons);
  }

  DisputeDecisions.Decision decision() {
    return new DisputeDecisions.Decision(
        orEmpty(verdict), orEmpty(severity), orEmpty(wording), orEmpty(reasons));
  }

  /** What is wrong, at the fields of the one of several forms that was sent. */
  static Problems problems(ApiProblem problem, UUID of) {
    var byField = new LinkedHashMap<String, String>();
    problem.details().forEach((field, why) -> byField.put(of + "-" + field, "It " + why + "."));
    return new Problems(byField);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
