package dev.hitlai.training.internal.review;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.testing.CorrectionType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer says of a finding.
 *
 * @param severity the right one; null leaves it
 * @param wording the better description; null leaves it
 * @param duplicateOf the finding that says the same; null for none
 * @param seconds how long they had it before them; null when not known
 */
public record Word(
    CorrectionType type,
    @Nullable String severity,
    @Nullable String wording,
    String reason,
    @Nullable UUID duplicateOf,
    @Nullable Integer seconds) {
  private static final List<String> SEVERITIES = List.of("low", "medium", "high", "critical");
  private static final int LONGEST = 5000;

  /**
   * @throws ApiProblem which field is wrong
   */
  public Word {
    reason = reason.strip();
    if (reason.length() > LONGEST) {
      throw ApiProblem.invalid("reason", "must have at most 5,000 characters");
    }
    switch (type) {
      case FALSE_NEGATIVE ->
          throw ApiProblem.invalid("verdict", "is about a finding that the AI has");
      case FALSE_POSITIVE, HALLUCINATION -> {
        if (reason.isEmpty()) {
          throw ApiProblem.invalid("reason", "is needed: what is wrong with it?");
        }
      }
      case SEVERITY_ADJUSTMENT -> {
        if (!SEVERITIES.contains(Objects.toString(severity, ""))) {
          throw ApiProblem.invalid("severity", "must be low, medium, high or critical");
        }
      }
      case WORDING_IMPROVEMENT -> {
        if (wording == null || wording.isBlank() || wording.length() > LONGEST) {
          throw ApiProblem.invalid("wording", "must have 1 to 5,000 characters");
        }
      }
      case DUPLICATE -> {
        if (duplicateOf == null) {
          throw ApiProblem.invalid("duplicateOf", "must name the finding that says the same");
        }
      }
      case APPROVE -> {}
    }
    severity = type == CorrectionType.SEVERITY_ADJUSTMENT ? severity : null;
    wording =
        type == CorrectionType.WORDING_IMPROVEMENT ? Objects.requireNonNull(wording).strip() : null;
    duplicateOf = type == CorrectionType.DUPLICATE ? duplicateOf : null;
  }
}
