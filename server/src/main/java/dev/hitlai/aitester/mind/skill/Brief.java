package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Words;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A wish in one sentence, with everything in it that a form asks for: "a table for three on Friday
 * for Ann Reed, without a child's seat". Each value is given out once.
 */
final class Brief {
  private static final String PROPER =
      "(\\p{Lu}[\\p{L}'’.-]*(?: (?:(?:de|van|von|of|la|the) )?\\p{Lu}[\\p{L}'’.-]*){0,3})";
  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
  private static final Pattern PHONE = Pattern.compile("\\+?\\d[\\d ()/-]{4,}\\d");
  private static final String COUNT =
      "(\\d{1,6}(?:\\.\\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)";
  private static final Pattern NEGATED =
      Pattern.compile(
          "(?i)\\b(?:without|no|not|don't|never|nor|except|excluding|skip|leave out)\\b[^,.;]*$");

  private final String words;
  private final String masked;
  private final Clauses clauses;
  private final Set<String> concepts;
  private final Set<String> given = new HashSet<>();

  Brief(Clauses ahead) {
    clauses = ahead;
    masked = ahead.first();
    words = ahead.plain(masked);
    concepts = Words.concepts(words);
  }

  String words() {
    return words;
  }

  Set<String> concepts() {
    return concepts;
  }

  /** Where a text stands as whole words, -1 when nowhere; "9" is not in "9:00". */
  int at(String text) {
    var plain = Texts.plain(text);
    if (plain.isBlank()) {
      return -1;
    }
    var match =
        Pattern.compile(
                "(?i)(?<![\\p{L}\\p{N}:.])" + Pattern.quote(plain) + "(?![\\p{L}\\p{N}]|[:.]\\d)")
            .matcher(words);
    return match.find() ? match.start() : -1;
  }

  /** Spoken of, and whether it is wanted or not; empty when not spoken of. */
  Optional<Boolean> wants(String label) {
    int at = at(label);
    if (at < 0) {
      var named = Words.concepts(label);
      var met = named.stream().filter(concepts::contains).count();
      if (named.isEmpty() || met < named.size() && (named.size() < 2 || met < named.size() - 0.5)) {
        return Optional.empty();
      }
      at = place(named);
    }
    return Optional.of(!NEGATED.matcher(words.substring(0, Math.max(0, at))).find());
  }

  private int place(Set<String> named) {
    var match = Pattern.compile("[\\p{L}\\p{N}]+").matcher(words);
    while (match.find()) {
      if (Words.concepts(match.group()).stream().anyMatch(named::contains)) {
        return match.start();
      }
    }
    return words.length();
  }

  /** Which of the options is asked for: the longest named, else one that means the same. */
  Optional<String> option(List<String> options, String label) {
    int near = at(label.replaceFirst("[:*]\\s*$", ""));
    var named =
        options.stream()
            .filter(option -> at(option) >= 0 && !Texts.same(option, label))
            .filter(option -> !option.matches("\\d{1,3}") || count(label, option))
            .max(
                Comparator.comparingInt((String option) -> Texts.plain(option).length())
                    .thenComparing(
                        option -> near < 0 ? -at(option) : -Math.abs(at(option) - near)));
    return named.or(
        () ->
            options.stream()
                .filter(
                    option -> !option.matches("(?i)\\W*(?:choose|select|any|all|none|pick)\\b.*"))
                .filter(option -> !Words.concepts(option).isEmpty())
                .filter(option -> concepts.containsAll(Words.concepts(option)))
                .filter(option -> !option.matches("\\d{1,3}"))
                .max(Comparator.comparingInt(String::length)));
  }

  private boolean count(String label, String option) {
    var number = number(label);
    return number.isPresent() && number.get().equals(option);
  }

  /** "3 adults", "adults: 3", "three adults". */
  Optional<String> number(String label) {
    var stem = stem(label);
    if (!stem.isEmpty()) {
      var before = Pattern.compile("(?i)\\b" + COUNT + " (?:[\\p{L}-]+ )?" + stem).matcher(words);
      if (before.find()) {
        return Optional.of(digits(before.group(1)));
      }
      var after =
          Pattern.compile(
                  "(?i)" + stem + "(?: (?:of|to|is|are|at|by|with|:|=))*[: =]+" + COUNT + "\\b")
              .matcher(words);
      if (after.find()) {
        return Optional.of(digits(after.group(1)));
      }
    }
    return Optional.empty();
  }

  /** The only number that is spoken of, should there be but one. */
  Optional<String> onlyNumber() {
    var all =
        Pattern.compile("(?<![\\w:/.-])\\d{1,6}(?:\\.\\d+)?(?![\\w:/-]|\\.\\d)")
            .matcher(words)
            .results()
            .map(java.util.regex.MatchResult::group)
            .toList();
    if (all.isEmpty()) {
      var spoken =
          Pattern.compile("(?i)\\b(?:two|three|four|five|six|seven|eight|nine|ten)\\b")
              .matcher(words);
      return spoken.find() ? Optional.of(digits(spoken.group())) : Optional.empty();
    }
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  private static String digits(String word) {
    OptionalInt number = Texts.number(word);
    return number.isPresent() ? String.valueOf(number.getAsInt()) : word;
  }

  private static String stem(String label) {
    var plain =
        Texts.plain(label)
            .replaceFirst("^(?:number|amount|count|no\\.?) of (?:the )?", "")
            .replaceFirst("\\s*\\(.*$", "");
    if (plain.isEmpty()) {
      return "";
    }
    var last = plain.split(" ");
    return Pattern.quote(last[0].replaceFirst("(?:ies|es|s|y)$", "")) + "\\w*";
  }

  /** What a field for text is to hold, by its label and kind. */
  Optional<String> text(String label, String type) {
    return byKind(label, type)
        .or(() -> quotedFor(label))
        .or(() -> behind(label))
        .or(() -> byPlace(label.toLowerCase(Locale.ROOT)))
        .filter(given::add);
  }

  private Optional<String> byKind(String label, String type) {
    if (type.equals("email") || label.matches("(?i).*\\be-?mail\\b.*")) {
      return first(EMAIL);
    }
    if (type.equals("tel") || label.matches("(?i).*\\b(?:phone|telephone|mobile)\\b.*")) {
      return first(PHONE);
    }
    if (type.equals("password") || label.matches("(?i).*\\b(?:password|pin|passcode)\\b.*")) {
      var quoted = quotedFor("password");
      return quoted.isPresent()
          ? quoted
          : group(Pattern.compile("(?i)\\b(?:password|passcode|pin)(?: is| of|:)? ([^\\s,;]+)"));
    }
    return Optional.empty();
  }

  private Optional<String> quotedFor(String label) {
    var name = stem(label);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return group(Pattern.compile("(?i)\\b" + name + "[^Q,.;]{0,20}\\b(Q\\d+)"))
        .or(
            () ->
                group(
                    Pattern.compile(
                        "(?i)\\b(Q\\d+) (?:as|for|in|into) (?:the |your |its |a )?" + name)));
  }

  /** "Town: Highmoor", "the town of Highmoor". */
  private Optional<String> behind(String label) {
    var name = stem(label);
    return name.isEmpty()
        ? Optional.empty()
        : group(
            Pattern.compile(
                "\\b(?i:"
                    + name
                    + ")(?i: (?:is|of|to|as|named|called|at))?[: =]+(?i:the )?"
                    + PROPER));
  }

  private Optional<String> byPlace(String label) {
    if (label.matches(".*\\b(?:from|origin|departure|start)\\b.*")) {
      return group(Pattern.compile("\\bfrom " + PROPER));
    }
    if (label.matches(".*\\b(?:to|destination|arrival)\\b.*")) {
      return group(Pattern.compile("\\bto " + PROPER));
    }
    if (label.matches(
        ".*\\b(?:city|town|place|where|location|street|address|room|venue|country)\\b.*")) {
      return group(Pattern.compile("\\b(?:in|at|to|near|from) " + PROPER));
    }
    if (label.matches(
        ".*\\b(?:name|guest|person|who|attendee|recipient|customer|patient|passenger|contact)s?\\b.*")) {
      return group(
          Pattern.compile("\\b(?:for|as|by|called|named|of|with|to|from|name|name is) " + PROPER));
    }
    return Optional.empty();
  }

  /** The first quotation that was not given out yet. */
  Optional<String> quotation() {
    return clauses.quotedIn(masked).stream().filter(given::add).findFirst();
  }

  /** A name with capitals that was not given out yet. */
  Optional<String> proper() {
    return Pattern.compile("(?<=[\\p{Ll}\\d,] )" + PROPER)
        .matcher(words)
        .results()
        .map(match -> match.group(1))
        .filter(given::add)
        .findFirst();
  }

  private Optional<String> first(Pattern pattern) {
    return pattern.matcher(words).results().map(match -> match.group().strip()).findFirst();
  }

  private Optional<String> group(Pattern pattern) {
    return pattern
        .matcher(masked)
        .results()
        .map(match -> match.group(1))
        .map(found -> clauses.plain(found).strip())
        .filter(found -> !given.contains(found))
        .findFirst();
  }
}
