package dev.hitlai.aitester.mind.goal;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the mission says the thing has to be like.
 *
 * @param lowestPrice 0 when not said
 * @param highestPrice positive infinity when not said
 * @param cheapest whether the cheapest one is asked for
 * @param color lower-case colour name, empty when not said
 * @param size as written, empty when not said
 * @param quantity 0 when not said
 */
public record Wishes(
    double lowestPrice,
    double highestPrice,
    boolean cheapest,
    String color,
    String size,
    int quantity) {

  public static final Wishes NONE = new Wishes(0, Double.POSITIVE_INFINITY, false, "", "", 0);

  private static final String MONEY =
      "\\s*(?:€|\\$|£|eur|usd|gbp)?\\s*(\\d+(?:[.,]\\d{1,2})?)\\s*"
          + "(?:€|\\$|£|euros?\\b|eur\\b|dollars?\\b|usd\\b|pounds?\\b|gbp\\b|bucks\\b)?";
  private static final Pattern HIGHEST =
      Pattern.compile(
          "(?:\\b(?:for|that costs?|costing|priced|with a price|and"
              + " costs?)\\s+)?\\b(?:under|below|less than|cheaper than|at most|up to|no more"
              + " than|not more than|maximum(?: of)?|max\\.?)"
              + MONEY,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LOWEST =
      Pattern.compile(
          "(?:\\b(?:for|that costs?|costing|priced)\\s+)?\\b(?:over|above|more than|at least)"
              + MONEY,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CHEAPEST =
      Pattern.compile(
          "\\b(cheapest|lowest[- ]priced?|least expensive)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern COLOR =
      Pattern.compile(
          "\\b(black|white|gr[ae]y|red|blue|green|yellow|orange|purple|pink|brown|beige|navy|olive|"
              + "turquoise|silver|gold)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SIZE =
      Pattern.compile(
          "\\b(?:in )?size (XXS|XS|S|M|L|XL|XXL|small|medium|large|\\d{1,3})\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern QUANTITY =
      Pattern.compile(
          "\\bquantity\\D{0,30}?(\\d{1,3}|one|two|three|four|five|six)\\b|^(?:\\w+"
              + " )?(\\d{1,2}|two|three|four|five|six) (?!€|\\$|£|eur)(?:pieces of |x )?[a-z]|\\bto"
              + " (\\d{1,2}|two|three|four|five|six)\\b",
          Pattern.CASE_INSENSITIVE);

  static Wishes of(String clause) {
    return new Wishes(
        amount(LOWEST, clause).orElse(0),
        amount(HIGHEST, clause).orElse(Double.POSITIVE_INFINITY),
        CHEAPEST.matcher(clause).find(),
        first(COLOR, clause).orElse(""),
        first(SIZE, clause).orElse(""),
        quantity(clause));
  }

  public boolean limitPrice() {
    return lowestPrice > 0 || highestPrice < Double.POSITIVE_INFINITY;
  }

  public boolean allow(double price) {
    return price >= lowestPrice && price <= highestPrice;
  }

  /** The clause without the words about price and size, which no link is called by. */
  static String without(String clause) {
    var rest = clause;
    for (var pattern : new Pattern[] {HIGHEST, LOWEST, CHEAPEST, SIZE}) {
      rest = pattern.matcher(rest).replaceAll(" ");
    }
    return rest.replaceAll("\\s+", " ").trim();
  }

  private static OptionalDouble amount(Pattern pattern, String clause) {
    var matcher = pattern.matcher(clause);
    return matcher.find()
        ? OptionalDouble.of(Double.parseDouble(matcher.group(1).replace(',', '.')))
        : OptionalDouble.empty();
  }

  private static Optional<String> first(Pattern pattern, String clause) {
    var matcher = pattern.matcher(clause);
    return matcher.find()
        ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  private static int quantity(String clause) {
    var matcher = QUANTITY.matcher(clause);
    return matcher.find() ? parsed(matcher) : 0;
  }

  private static int parsed(Matcher matcher) {
    for (int group = 1; group <= matcher.groupCount(); group++) {
      var word = matcher.group(group);
      if (word != null) {
        return switch (word.toLowerCase(Locale.ROOT)) {
          case "one" -> 1;
          case "two" -> 2;
          case "three" -> 3;
          case "four" -> 4;
          case "five" -> 5;
          case "six" -> 6;
          default -> Integer.parseInt(word);
        };
      }
    }
    return 0;
  }
}
