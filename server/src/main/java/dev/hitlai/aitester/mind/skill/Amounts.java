package dev.hitlai.aitester.mind.skill;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Amounts with their units, which may be told in different ones. */
final class Amounts {
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\d.,])(\\d[\\d.,]*)\\s?(tb|gb|mb|kb|kg|mg|km|cm|mm|ml|cl|g|m|l|grams?|kilos?|kilograms?|lit(?:re|er)s?|met(?:re|er)s?|bytes?|b)(?![\\p{L}\\d])");
  private static final Map<String, Double> FACTORS =
      Map.ofEntries(
          Map.entry("tb", 1e12),
          Map.entry("gb", 1e9),
          Map.entry("mb", 1e6),
          Map.entry("kb", 1e3),
          Map.entry("kg", 1e3),
          Map.entry("kilo", 1e3),
          Map.entry("kilogram", 1e3),
          Map.entry("mg", 1e-3),
          Map.entry("km", 1e3),
          Map.entry("cm", 1e-2),
          Map.entry("mm", 1e-3),
          Map.entry("ml", 1e-3),
          Map.entry("cl", 1e-2));
  private static final Pattern TOLD =
      Pattern.compile("(?i)\\(\\s*(?:in )?([€$£]|\\p{L}{1,6})\\s*\\)|\\bin (\\p{L}{1,6})\\W*$");
  private static final Map<String, String> MONEY =
      Map.of(
          "eur",
          "€|eur|euros?",
          "€",
          "€|eur|euros?",
          "usd",
          "\\$|usd|dollars?",
          "$",
          "\\$|usd|dollars?",
          "gbp",
          "£|gbp|pounds?",
          "£",
          "£|gbp|pounds?");

  private Amounts() {}

  /** The first amount that has a unit, in the base unit of its kind. */
  static OptionalDouble in(String text) {
    var match = AMOUNT.matcher(text);
    if (!match.find()) {
      return OptionalDouble.empty();
    }
    var unit = match.group(2).toLowerCase(java.util.Locale.ROOT);
    double factor =
        FACTORS.getOrDefault(unit, FACTORS.getOrDefault(unit.replaceFirst("s$", ""), 1.0));
    return OptionalDouble.of(Texts.amount(match.group(1)) * factor);
  }

  /**
   * Whether a number is said in the unit that a label tells.
   *
   * @param around the words, with {@code #} for the number
   */
  static boolean isInUnit(String label, String around) {
    var told = TOLD.matcher(label.strip());
    if (!told.find()) {
      return false;
    }
    var unit =
        (told.group(1) != null ? told.group(1) : told.group(2)).toLowerCase(java.util.Locale.ROOT);
    var said = MONEY.getOrDefault(unit, Pattern.quote(unit) + "s?");
    return Pattern.compile("(?i)# ?(?:" + said + ")(?!\\p{L})|(?:" + said + ") ?#")
        .matcher(around)
        .find();
  }
}
