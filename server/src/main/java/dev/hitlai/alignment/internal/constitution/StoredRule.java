package dev.hitlai.alignment.internal.constitution;

import dev.hitlai.alignment.rules.Effect;
import dev.hitlai.alignment.rules.Enforcement;
import dev.hitlai.alignment.rules.Level;
import dev.hitlai.alignment.rules.Rule;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule, or one version of it, as it is kept.
 *
 * @param type safety, quality, content or behavior
 * @param platform all, web or mobile
 * @param revision counts the edits of all rules; 0 where it isn't known
 * @param by who made this version; null for the release
 */
public record StoredRule(
    UUID id,
    int version,
    long revision,
    Level level,
    int priority,
    @Nullable UUID companyId,
    @Nullable UUID testerId,
    String platform,
    String name,
    String description,
    String type,
    String condition,
    Effect effect,
    Enforcement enforcement,
    boolean active,
    long violations,
    @Nullable Instant lastViolationAt,
    @Nullable UUID by,
    Instant at) {
  static final String ALL_PLATFORMS = "all";

  /** As it is judged by. */
  public Rule rule() {
    return new Rule(
        id,
        version,
        level,
        priority,
        companyId,
        testerId,
        platform.equals(ALL_PLATFORMS) ? null : platform,
        name,
        condition,
        effect,
        enforcement);
  }
}
