package dev.hitlai.alignment.web;

import dev.hitlai.alignment.internal.constitution.RuleDraft;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule as programs write it; what is left out is as in a new form.
 *
 * @param condition in CEL
 */
record RuleBody(
    @Schema(example = "Look at unsure findings") @Nullable String name,
    @Nullable String description,
    @Schema(example = "quality") @Nullable String type,
    @Schema(example = "all") @Nullable String platform,
    @Nullable Integer priority,
    @Schema(example = "finding.confidence < 0.5") @Nullable String condition,
    @Schema(example = "require_human_review") @Nullable String action,
    @Schema(example = "strict") @Nullable String enforcement,
    @Nullable Boolean active) {

  RuleDraft over(RuleDraft before) {
    return new RuleDraft(
        Objects.requireNonNullElse(name, before.name()),
        Objects.requireNonNullElse(description, before.description()),
        Objects.requireNonNullElse(type, before.type()),
        Objects.requireNonNullElse(platform, before.platform()),
        priority == null ? before.priority() : priority,
        Objects.requireNonNullElse(condition, before.condition()),
        Objects.requireNonNullElse(action, before.action()),
        Objects.requireNonNullElse(enforcement, before.enforcement()),
        active == null ? before.active() : active);
  }
}
