package dev.hitlai.identity;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import java.util.Map;

/** A company asked for more tests than its plan has left this month. */
public final class QuotaExceeded extends ApiProblem {
  private static final long serialVersionUID = 1L;

  QuotaExceeded(Quota.Standing standing, int asked) {
    super(
        ErrorCode.QUOTA_EXCEEDED,
        "The plan '%s' has %d of %s tests left this month, and %d %s asked for."
            .formatted(
                standing.plan(),
                standing.left(),
                standing.limit(),
                asked,
                asked == 1 ? "was" : "were"),
        Map.of("left", standing.left(), "asked", asked, "plan", standing.plan()));
  }
}
