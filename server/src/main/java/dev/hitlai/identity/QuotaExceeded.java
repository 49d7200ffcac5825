package dev.hitlai.identity;

import java.io.Serial;

/** A company asked for more tests than its plan has left this month. */
public final class QuotaExceeded extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Quota.Standing standing;

  QuotaExceeded(Quota.Standing standing, int asked) {
    super(
        "The plan '%s' has %d of %s tests left this month; %d were asked for."
            .formatted(standing.plan(), standing.left(), standing.limit(), asked));
    this.standing = standing;
  }

  public Quota.Standing standing() {
    return standing;
  }
}
