package dev.hitlai.alignment.rules;

import dev.hitlai.guard.Guard;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Our own functions for conditions: the same answer each time, without a model. */
final class Texts {
  private static final Pattern EMAIL =
      Pattern.compile("[\\w.+-]{1,64}@(?:[\\w-]{1,63}\\.){1,8}[A-Za-z]{2,24}\\b");
  private static final Pattern DIGITS =
      Pattern.compile("(?<![\\w.])\\+?\\d[\\d ()/.-]{7,24}\\d(?!\\w)");
  private static final Pattern IBAN =
      Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b");
  private static final Pattern KEY =
      Pattern.compile("\\b(?:sk|pk|rk|ghp|gho|xox[abp]|AKIA|AIza|hk_live)[-_A-Za-z0-9]{16,}");
  private static final Pattern HOST =
      Pattern.compile(
          "(?i)\\b(?:https?|wss?|ftp)://(?:[^\\s/@\"'<>]*@)?(\\[[0-9a-f:]+]|[^\\s/:?#\"'<>]+)");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+");
  private static final Pattern HARSH =
      Pattern.compile(
          "(?i)\\b(stupid|idiot\\w*|dumb|moron\\w*|incompetent|ridiculous|pathetic|terrible|awful|"
              + "horrible|garbage|trash|useless|disgusting|lazy developers?|shame(?:ful)?)\\b");
  private static final Pattern LOUD =
      Pattern.compile(
          "!!|\\b[A-Z]{4,}(?:\\s+[A-Z]{3,})+\\b|(?i)\\b(always|never"
              + " ever|totally|absolutely|catastroph\\w+|disaster\\w*)\\b");
  private static final Pattern UNSURE =
      Pattern.compile(
          "(?i)\\b(maybe|perhaps|might be|could be|possibly|i think|it seems|not sure)\\b");
  private static final List<String> RESERVED =
      List.of("example.com", "example.org", "example.net", ".test", ".example", ".invalid");

  private Texts() {}

  /**
   * Whether a text holds somebody's data or a key: an e-mail address, a telephone number, a payment
   * card (Luhn), an IBAN (its check digits), an API key. Addresses reserved for examples are
   * nobody's.
   */
  static Boolean personal(String text) {
    return hasEmail(text) || KEY.matcher(text).find() || hasNumber(text) || hasIban(text);
  }

  private static boolean hasEmail(String text) {
    return text.indexOf('@') >= 0
        && EMAIL
            .matcher(text)
            .results()
            .map(match -> match.group().toLowerCase(Locale.ROOT))
            .anyMatch(address -> RESERVED.stream().noneMatch(address::endsWith));
  }

  private static boolean hasNumber(String text) {
    return DIGITS.matcher(text).results().anyMatch(match -> isNumber(match.group()));
  }

  private static boolean isNumber(String written) {
    var digits = written.replaceAll("\\D", "");
    if (digits.length() >= 13 && digits.length() <= 19) {
      return Guard.isCardNumber(digits);
    }
    boolean phone =
        written.startsWith("+") || written.startsWith("00") || written.matches("\\(?0\\d.*[ /-].*");
    return phone && digits.length() >= 9 && digits.length() <= 15;
  }

  private static boolean hasIban(String text) {
    return IBAN.matcher(text).results().anyMatch(match -> Guard.isIban(match.group()));
  }

  /** {@code harsh}, {@code loud}, {@code unsure} or {@code neutral}, the first that fits. */
  static String tone(String text) {
    if (HARSH.matcher(text).find()) {
      return "harsh";
    }
    if (LOUD.matcher(text).find()) {
      return "loud";
    }
    return UNSURE.matcher(text).find() ? "unsure" : "neutral";
  }

  /** Hosts of the web addresses in a text, in lower case, each once. */
  static List<String> hosts(String text) {
    if (!text.contains("://")) {
      return List.of();
    }
    var hosts = new LinkedHashSet<String>();
    HOST.matcher(text)
        .results()
        .forEach(match -> hosts.add(match.group(1).toLowerCase(Locale.ROOT)));
    return List.copyOf(hosts);
  }

  /** How alike two texts are in their words, 0.0 to 1.0 (cosine of word counts). */
  static Double similar(String one, String other) {
    var first = counts(one);
    var second = counts(other);
    double dot = 0;
    for (var word : first.entrySet()) {
      dot += (double) word.getValue() * second.getOrDefault(word.getKey(), 0);
    }
    return dot == 0 ? 0.0 : Math.min(1.0, dot / (length(first) * length(second)));
  }

  private static Map<String, Integer> counts(String text) {
    var counts = new HashMap<String, Integer>();
    WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .forEach(match -> counts.merge(match.group(), 1, Integer::sum));
    return counts;
  }

  private static double length(Map<String, Integer> counts) {
    return Math.sqrt(counts.values().stream().mapToDouble(count -> (double) count * count).sum());
  }
}
