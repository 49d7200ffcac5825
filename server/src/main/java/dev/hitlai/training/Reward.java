package dev.hitlai.training;

import dev.hitlai.testing.CorrectionType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a finding of the AI was worth, from what a person said of it: the label that models are
 * trained on. The parts are summed and not clipped.
 */
public final class Reward {
  private static final BigDecimal APPROVED = new BigDecimal("1.0");
  private static final BigDecimal PARTLY_RIGHT = new BigDecimal("0.5");
  private static final BigDecimal REJECTED = new BigDecimal("-0.5");
  private static final BigDecimal SEVERITY_RIGHT = new BigDecimal("0.3");
  private static final BigDecimal SURE_AND_APPROVED = new BigDecimal("0.2");
  private static final BigDecimal SURE_AND_NOT_APPROVED = new BigDecimal("-0.3");
  private static final BigDecimal SECURITY_CONFIRMED = new BigDecimal("0.5");
  private static final BigDecimal HALLUCINATION = new BigDecimal("-1.0");

  /** Above this confidence the AI was sure of itself. */
  private static final double SURE = 0.8;

  private Reward() {}

  /**
   * @param confidence of the AI, 0 to 1
   * @param security whether the finding is about security
   * @return null for what the AI missed: there is nothing to reward
   */
  public static @Nullable BigDecimal of(CorrectionType type, double confidence, boolean security) {
    boolean sure = confidence > SURE;
    var reward =
        switch (type) {
          case FALSE_NEGATIVE -> null;
          case APPROVE -> APPROVED.add(SEVERITY_RIGHT);
          // The defect is there, but badly said or told twice; its severity was not what was wrong.
          case WORDING_IMPROVEMENT, DUPLICATE -> PARTLY_RIGHT.add(SEVERITY_RIGHT);
          case SEVERITY_ADJUSTMENT -> PARTLY_RIGHT;
          case FALSE_POSITIVE -> REJECTED;
          case HALLUCINATION -> REJECTED.add(HALLUCINATION);
        };
    if (reward == null) {
      return null;
    }
    if (sure) {
      reward =
          reward.add(type == CorrectionType.APPROVE ? SURE_AND_APPROVED : SURE_AND_NOT_APPROVED);
    }
    return security && confirms(type) ? reward.add(SECURITY_CONFIRMED) : reward;
  }

  private static boolean confirms(CorrectionType type) {
    return switch (type) {
      case APPROVE, WORDING_IMPROVEMENT, SEVERITY_ADJUSTMENT -> true;
      case FALSE_POSITIVE, FALSE_NEGATIVE, HALLUCINATION, DUPLICATE -> false;
    };
  }
}
