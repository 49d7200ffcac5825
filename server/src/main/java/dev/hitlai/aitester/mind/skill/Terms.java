package dev.hitlai.aitester.mind.skill;

import java.util.regex.Pattern;

/** Values of sums with products and one letter, e.g. {@code 3x + 2}. */
final class Terms {
  private static final Pattern TOKEN = Pattern.compile("\\d+(?:\\.\\d+)?|[a-zA-Z]|[-+*/×÷−()]");

  private final java.util.List<String> tokens;
  private final double letter;
  private int at;

  private Terms(String text, double letter) {
    tokens = TOKEN.matcher(text).results().map(java.util.regex.MatchResult::group).toList();
    this.letter = letter;
  }

  /**
   * @throws NumberFormatException when it is no such sum
   */
  static double value(String text, double letter) {
    var terms = new Terms(text, letter);
    double value = terms.sum();
    if (terms.at < terms.tokens.size()) {
      throw new NumberFormatException(text);
    }
    return value;
  }

  private String peek() {
    return at < tokens.size() ? tokens.get(at) : "";
  }

  private double sum() {
    double value = product();
    while (peek().matches("[-+−]")) {
      var sign = tokens.get(at++);
      value = Arithmetic.apply(value, sign, product());
    }
    return value;
  }

  private double product() {
    double value = factor();
    while (peek().matches("[*/×÷]|[a-zA-Z]|\\(")) {
      var sign = peek().matches("[*/×÷]") ? tokens.get(at++) : "*"; // 3x is 3 times x
      value = Arithmetic.apply(value, sign, factor());
    }
    return value;
  }

  private double factor() {
    var token = peek();
    at++;
    if (token.matches("[-−]")) {
      return -factor();
    }
    if (token.equals("(")) {
      double value = sum();
      at++;
      return value;
    }
    return token.matches("[a-zA-Z]") ? letter : Double.parseDouble(token);
  }
}
