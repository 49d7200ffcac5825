package dev.hitlai.alignment.rules;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a rule.
 *
 * @param priority among rules of a level, lower comes first
 * @param platform which kind of platform it is for; null for all
 * @param condition in CEL, over {@link FactSchema}'s facts
 */
public record Rule(
    UUID id,
    int version,
    Level level,
    int priority,
    @Nullable UUID companyId,
    @Nullable UUID testerId,
    @Nullable String platform,
    String name,
    String condition,
    Effect effect,
    Enforcement enforcement) {

  public Rule {
    if (effect == Effect.NONE) {
      throw new IllegalArgumentException("A rule brings something about");
    }
    if ((level == Level.COMPANY) != (companyId != null)
        || (level == Level.TESTER) != (testerId != null)) {
      throw new IllegalArgumentException("A rule belongs to whom its level says: " + name);
    }
  }

  /** What it brings about as seriously as it is taken. */
  public Effect enforced() {
    return enforcement.apply(effect);
  }

  boolean concerns(Scope scope) {
    return (companyId == null || companyId.equals(scope.companyId()))
        && (testerId == null || testerId.equals(scope.testerId()))
        && (platform == null || platform.equals(scope.platform()));
  }

  /** Whom an output is for: rules of others are not asked. */
  public record Scope(
      @Nullable UUID companyId, @Nullable UUID testerId, @Nullable String platform) {
    public static final Scope NOBODY = new Scope(null, null, null);
  }
}
