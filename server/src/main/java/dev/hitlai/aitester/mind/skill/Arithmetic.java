package dev.hitlai.aitester.mind.skill;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sums that stand in the mission or on the page: {@code 7 + 5 =}. */
final class Arithmetic implements Values.Answer {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)\\b(?:answer|result|sum|solution|product|difference|quotient|total|problem|equation|math\\w*|calculation|arithmetic|addition|subtraction|multiplication|division|exercise|expression|task|operation)\\b|\\d\\s*[-+*/×÷−]\\s*\\d");
  private static final Pattern SUM =
      Pattern.compile(
          "(-?\\d+(?:\\.\\d+)?)\\s*([-+*/x×÷·−–])\\s*(-?\\d+(?:\\.\\d+)?)(?:\\s*([-+*/x×÷·−–])\\s*(-?\\d+(?:\\.\\d+)?))?");

  @Override
  public Optional<String> read(String phrase, Clauses clauses, Sight now) {
    if (!ASKED.matcher(phrase).find()) {
      return Optional.empty();
    }
    return Stream.concat(Stream.of(clauses.plain(phrase)), now.shortTexts().stream())
        .filter(
            text ->
                text.length() < 120
                    && !text.matches(".*\\d{4}-\\d\\d-\\d\\d.*")
                    && !text.matches(".*(?:\\d|\\b)[a-zA-WYZ]\\b\\s*[-+=].*"))
        .map(SUM::matcher)
        .filter(match -> match.find())
        .map(Arithmetic::value)
        .findFirst();
  }

  private static String value(java.util.regex.Matcher match) {
    double value = apply(number(match.group(1)), match.group(2), number(match.group(3)));
    if (match.group(4) != null) {
      boolean later = "*/x×÷·".contains(match.group(4)) && !"*/x×÷·".contains(match.group(2));
      double third = number(match.group(5));
      value =
          later
              ? apply(
                  number(match.group(1)),
                  match.group(2),
                  apply(number(match.group(3)), match.group(4), third))
              : apply(value, match.group(4), third);
    }
    return shown(value);
  }

  private static double number(String digits) {
    return Double.parseDouble(digits);
  }

  static double apply(double one, String sign, double other) {
    return switch (sign) {
      case "+" -> one + other;
      case "-", "−", "–" -> one - other;
      case "/", "÷" -> one / other;
      default -> one * other;
    };
  }

  static String shown(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.valueOf(Math.round(value * 100) / 100.0);
  }
}
