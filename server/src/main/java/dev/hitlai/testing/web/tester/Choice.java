package dev.hitlai.testing.web.tester;

import dev.hitlai.testing.web.pages.Words;
import dev.hitlai.web.view.Option;
import java.util.List;
import java.util.stream.Stream;

/** What testers choose from. */
public final class Choice {
  private Choice() {}

  public static List<Option> severities() {
    return words("critical", "high", "medium", "low");
  }

  public static List<Option> categories() {
    return words(
        "navigation",
        "forms",
        "content",
        "visual",
        "accessibility",
        "performance",
        "functional",
        "security",
        "privacy");
  }

  public static List<Option> verdicts() {
    return List.of(
        Option.of("approve", "True"),
        Option.of("severity_adjustment", "True, but the severity is wrong"),
        Option.of("wording_improvement", "True, but badly said"),
        Option.of("duplicate", "Told twice"),
        Option.of("false_positive", "Not a problem"),
        Option.of("hallucination", "Not there at all"));
  }

  public static List<Option> outcomes() {
    return List.of(
        Option.of("done", "Yes"),
        Option.of("gave_up", "No, I gave up"),
        Option.of("failed", "No, it was not possible"));
  }

  public static List<Option> sentiments() {
    return List.of(
        Option.of("1", "Delightful"),
        Option.of("0.75", "Pleasant"),
        Option.of("0.5", "So so"),
        Option.of("0.25", "Annoying"),
        Option.of("0", "I want to leave"));
  }

  private static List<Option> words(String... codes) {
    return Stream.of(codes).map(code -> Option.of(code, Words.title(code))).toList();
  }
}
