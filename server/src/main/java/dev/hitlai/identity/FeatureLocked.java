package dev.hitlai.identity;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A feature that isn't open yet, with how far away it is. */
public final class FeatureLocked extends ApiProblem {
  private static final long serialVersionUID = 1L;

  private final transient FeatureGate.Standing standing;

  public FeatureLocked(FeatureGate.Standing standing) {
    super(ErrorCode.FEATURE_LOCKED, sentence(standing), facts(standing));
    this.standing = standing;
  }

  /**
   * @param occasion a sentence about what could not be done without the feature
   */
  public FeatureLocked(FeatureGate.Standing standing, String occasion) {
    super(ErrorCode.FEATURE_LOCKED, occasion + " " + sentence(standing), facts(standing));
    this.standing = standing;
  }

  public FeatureGate.Standing standing() {
    return standing;
  }

  private static String sentence(FeatureGate.Standing standing) {
    return String.format(
        Locale.ROOT,
        "%s opens at %,d completed tests; you have %,d.",
        standing.feature().label(),
        standing.feature().tests(),
        standing.completed());
  }

  private static Map<String, Object> facts(FeatureGate.Standing standing) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("feature", standing.feature().code());
    facts.put("target", standing.feature().tests());
    facts.put("current", standing.completed());
    facts.put("testsRemaining", standing.missing());
    if (standing.estimated() != null) {
      facts.put("estimatedDate", standing.estimated().toString());
    }
    return facts;
  }
}
