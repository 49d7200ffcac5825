package dev.hitlai.aitester.mind.goal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The mission taken apart: its clauses, what stands in quotation marks, and the data to type.
 *
 * @param clauses in order, with quotations replaced by {@code Q0}, {@code Q1} …
 * @param quotations what the marks held
 * @param data values by lower-case field name
 */
record MissionText(List<String> clauses, List<String> quotations, Map<String, String> data) {
  private static final Pattern QUOTATION =
      Pattern.compile(
          "\"([^\"]{1,200})\"|“([^”]{1,200})”|«([^»]{1,200})»|(?<!\\w)'([^']{1,200})'(?!\\w)");
  private static final Pattern PAIR =
      Pattern.compile(
          "\\b([A-Za-z][\\w -]{0,30}?)\\s*=\\s*([^,;=\\n"
              + "]+?)(?=\\s*(?:[,;\\n"
              + "]|\\.?$|\\.\\s|\\s(?:and|then)\\s|\\s[A-Za-z][\\w-]*\\s*=))");
  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
  private static final Pattern PASSWORD =
      Pattern.compile(
          "\\b(?:password|passcode|pw|pin)(?: is|:)?\\s+(\\S+?)(?=[.,;]?(?:\\s|$))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern USER =
      Pattern.compile(
          "\\b(?:user(?: ?name)?|login|as)(?:"
              + " is|:)?\\s+(?!name\\b|with\\b|a\\b|an\\b|the\\b|far\\b|and\\b)"
              + "(\\S+?)(?=[.,;]?(?:\\s|$))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "(?<!\\d)[.](?=\\s|$)|(?<=\\d)[.](?=\\s|$)|[;!?\\n"
              + "]+|,? (?:and )?(?:then|afterwards|after that|finally)(?= )"
              + "|,? but (?=stop|do not|don.t|without|never)|,? and (?=\\S)|,"
              + " (?=\\S)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern POLITE =
      Pattern.compile(
          "^(?:please|kindly|now|first|next|also|then|and|try to|you (?:want|need|have) to|i"
              + " (?:want|need|would like|'d like) to|i'd like to|we want to|your task is"
              + " to|imagine you want to|go and|suppose you want to)[, ]+",
          Pattern.CASE_INSENSITIVE);

  static MissionText of(String mission) {
    var quotations = new ArrayList<String>();
    var masked =
        QUOTATION
            .matcher(mission)
            .replaceAll(
                match -> {
                  quotations.add(content(match));
                  return "Q" + (quotations.size() - 1);
                });
    var data = new LinkedHashMap<String, String>();
    var rest =
        PAIR.matcher(masked)
            .replaceAll(
                match -> {
                  data.put(fieldName(match.group(1)), unmask(match.group(2), quotations));
                  return "";
                });
    credentials(rest, quotations, data);
    return new MissionText(clauses(rest), List.copyOf(quotations), data);
  }

  private static String content(MatchResult match) {
    for (int group = 1; group <= match.groupCount(); group++) {
      if (match.group(group) != null) {
        return match.group(group).trim();
      }
    }
    return "";
  }

  private static String fieldName(String words) {
    var name = words.trim().toLowerCase(Locale.ROOT);
    return name.replaceFirst("^.*\\b(?:with|use|using|and|the)\\s+", "");
  }

  private static void credentials(String text, List<String> quotations, Map<String, String> data) {
    var password = PASSWORD.matcher(text);
    if (password.find()) {
      data.putIfAbsent("password", unmask(password.group(1), quotations));
      var email = EMAIL.matcher(unmask(text, quotations));
      var user = USER.matcher(text);
      if (email.find()) {
        data.putIfAbsent("email", email.group());
      } else if (user.find()) {
        data.putIfAbsent("username", unmask(user.group(1), quotations));
      }
    } else {
      var email = EMAIL.matcher(unmask(text, quotations));
      if (email.find()) {
        data.putIfAbsent("email", email.group());
      }
    }
  }

  static String unmask(String text, List<String> quotations) {
    var result = text;
    for (int i = quotations.size() - 1; i >= 0; i--) {
      result = result.replace("Q" + i, quotations.get(i));
    }
    return result;
  }

  /** Commas and "and" part clauses only where a verb follows: "red and blue" stays together. */
  private static List<String> clauses(String text) {
    var clauses = new ArrayList<String>();
    var start = 0;
    var boundary = BOUNDARY.matcher(text);
    while (boundary.find()) {
      var rest = polite(text.substring(boundary.end()));
      var word = boundary.group().replace(",", "").strip();
      var hard =
          word.equalsIgnoreCase("but")
              || !boundary.group().contains(",") && !word.equalsIgnoreCase("and");
      if (hard || IntentRules.startsWithVerb(rest)) {
        add(text.substring(start, boundary.start()), clauses);
        start = boundary.end();
      }
    }
    add(text.substring(start), clauses);
    return clauses;
  }

  private static void add(String clause, List<String> clauses) {
    var clean = polite(clause);
    if (clean.chars().anyMatch(Character::isLetterOrDigit)) {
      clauses.add(clean);
    }
  }

  private static String polite(String clause) {
    var result = clause.replaceAll("\\s+", " ").strip().replaceFirst("^[,:–-]+\\s*", "");
    for (var match = POLITE.matcher(result); match.find(); match = POLITE.matcher(result)) {
      result = result.substring(match.end());
    }
    return result;
  }
}
