package dev.hitlai.aitester.mind.skill;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Equations with one unknown on the page: {@code 3x + 2 = 14}, {@code x - 4 = 7}, {@code 5 + x =
 * 9}.
 */
final class Algebra implements Values.Answer {
  private static final Pattern EQUATION =
      Pattern.compile(
          "(?i)([-+\\d.*/×÷−() a-z]*\\b\\d*[a-z]\\b[-+\\d.*/×÷−() ]*)=\\s*([-+\\d.*/×÷−() a-z]+)");

  @Override
  public Optional<String> read(String phrase, Clauses clauses, Sight now) {
    if (!phrase.matches(
        "(?i).*\\b(?:[a-z]|answer|solution|solve|value of [a-z]|equation|problem|result)\\b.*")) {
      return Optional.empty();
    }
    return now.shortTexts().stream()
        .filter(text -> text.length() < 60 && text.contains("="))
        .flatMap(text -> EQUATION.matcher(text).results())
        .map(match -> solve(match.group(1), match.group(2)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Linear in its letter: two values tell slope and zero. */
  private static Optional<String> solve(String left, String right) {
    try {
      double atZero = Terms.value(left, 0) - Terms.value(right, 0);
      double slope = Terms.value(left, 1) - Terms.value(right, 1) - atZero;
      return slope == 0 ? Optional.empty() : Optional.of(Arithmetic.shown(-atZero / slope));
    } catch (NumberFormatException noTerm) {
      return Optional.empty();
    }
  }
}
