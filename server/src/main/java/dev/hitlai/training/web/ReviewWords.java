package dev.hitlai.training.web;

import dev.hitlai.testing.CorrectionType;
import dev.hitlai.web.view.Option;
import java.util.List;
import java.util.Map;

/** What reviewers choose from, in words. */
public final class ReviewWords {
  private static final Map<String, String> REASONS =
      Map.of(
          "no_problem", "It is no problem for the people who use this page.",
          "other_behaviour", "The page does something else than the finding says.",
          "not_shown", "The evidence does not show it.",
          "made_up", "It is not on the page at all.");

  private ReviewWords() {}

  public static String verdict(CorrectionType type) {
    return switch (type) {
      case APPROVE -> "True";
      case FALSE_POSITIVE -> "Not true";
      case FALSE_NEGATIVE -> "Missed by the AI";
      case SEVERITY_ADJUSTMENT -> "Other severity";
      case WORDING_IMPROVEMENT -> "Better words";
      case HALLUCINATION -> "Made up";
      case DUPLICATE -> "Duplicate";
    };
  }

  /** Why a finding is rejected; the first is what the key means. */
  public static List<Option> reasons() {
    return List.of("no_problem", "other_behaviour", "not_shown", "made_up").stream()
        .map(code -> Option.of(code, REASONS.getOrDefault(code, "")))
        .toList();
  }

  static String reason(String code) {
    return REASONS.getOrDefault(code, "");
  }

  public static List<Option> severities() {
    return List.of(
        Option.of("low", "Low"),
        Option.of("medium", "Medium"),
        Option.of("high", "High"),
        Option.of("critical", "Critical"));
  }
}
