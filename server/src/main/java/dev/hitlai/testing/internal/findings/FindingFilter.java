package dev.hitlai.testing.internal.findings;

import static dev.hitlai.testing.internal.jooq.Tables.ISSUES;

import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Which findings a list shows; null shows all in that respect.
 *
 * @param status a status, or {@code unresolved} for those that are still to do
 * @param review {@code waiting} for those that a person has to look at
 * @param text words in the title, the address or the selector
 */
public record FindingFilter(
    @Nullable String severity,
    @Nullable String category,
    @Nullable String status,
    @Nullable String review,
    @Nullable UUID runId,
    @Nullable String text) {
  public static final Set<String> SEVERITIES = Set.of("critical", "high", "medium", "low");
  public static final Set<String> CATEGORIES =
      Set.of(
          "navigation",
          "forms",
          "content",
          "visual",
          "accessibility",
          "performance",
          "functional",
          "security",
          "privacy");
  public static final Set<String> STATUSES =
      Set.of("unresolved", "open", "in_progress", "resolved", "closed", "wont_fix");
  public static final FindingFilter ALL = new FindingFilter(null, null, null, null, null, null);

  /** Reads an address; what is empty or unknown filters nothing. */
  public FindingFilter {
    severity = known(severity, SEVERITIES);
    category = known(category, CATEGORIES);
    status = known(status, STATUSES);
    review = known(review, Set.of("waiting"));
    text = text == null || text.isBlank() ? null : text.strip();
  }

  public static FindingFilter ofRun(UUID runId) {
    return new FindingFilter(null, null, null, null, runId, null);
  }

  Condition condition() {
    Condition condition = DSL.trueCondition();
    if (severity != null) {
      condition = condition.and(ISSUES.SEVERITY.eq(severity));
    }
    if (category != null) {
      condition = condition.and(ISSUES.CATEGORY.eq(category));
    }
    if (status != null) {
      condition =
          condition.and(
              status.equals("unresolved")
                  ? ISSUES.STATUS.in("open", "in_progress")
                  : ISSUES.STATUS.eq(status));
    }
    if (review != null) {
      condition = condition.and(ISSUES.REVIEW_STATE.in("sampled", "required", "expert_required"));
    }
    if (runId != null) {
      condition = condition.and(ISSUES.TEST_RUN_ID.eq(runId));
    }
    if (text != null) {
      condition =
          condition.and(
              ISSUES
                  .TITLE
                  .containsIgnoreCase(text)
                  .or(ISSUES.URL.containsIgnoreCase(text))
                  .or(ISSUES.ELEMENT_SELECTOR.containsIgnoreCase(text)));
    }
    return condition;
  }

  private static @Nullable String known(@Nullable String value, Set<String> values) {
    return value != null && values.contains(value) ? value : null;
  }
}
