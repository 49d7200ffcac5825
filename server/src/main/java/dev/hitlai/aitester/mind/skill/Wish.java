package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Several clauses taken as one wish, and the values that they give.
 *
 * @param words the clauses joined, with quotations masked
 */
record Wish(String words, Clauses clauses, List<Mention> mentions) {
  private static final String MONTHS =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
  private static final Pattern LINK = Pattern.compile("https?://\\S*[\\w/]");
  private static final Pattern DATE =
      Pattern.compile(
          "(?i)\\b(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}|\\d{1,2}(?:st|nd|rd|th)?"
              + " (?:of )?"
              + MONTHS
              + ",? \\d{4}|"
              + MONTHS
              + " \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})\\b");
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\w.:/-])\\+?\\(?\\d[\\d()/-]*(?:["
              + " /-]\\(?\\d[\\d()/-]*)+(?![\\w:])|(?<![\\w.:/-])\\+?\\d{7,}(?![\\w:])");
  private static final String STREETS =
      "Street|St|Road|Rd|Lane|Avenue|Ave|Drive|Way|Close|Court|Square|Row|Hill|Gardens|Terrace|Place|Walk|Yard|Mews|Boulevard";
  private static final Pattern STREET =
      Pattern.compile(
          "\\b\\d{1,4}\\p{L}? (?:\\p{Lu}[\\p{L}'’-]+ ){1,3}(?:"
              + STREETS
              + ")\\b|(?:\\p{Lu}[\\p{L}'’-]+ ){1,3}(?:"
              + STREETS
              + ") \\d{1,4}\\p{L}?\\b");
  private static final Pattern CODE =
      Pattern.compile(
          "(?<![^\\s(])(?=[^\\s]*\\p{L})(?=[^\\s]*\\d)(?!\\d+(?:st|nd|rd|th)\\b)(?!Q\\d+\\b)[^\\s,;:]*[^\\s,;:.)]");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\d.:/-])-?\\d+(?:[.,]\\d+)?(?![\\p{L}\\d:/]|-\\d|[.,]\\d|(?:st|nd|rd|th)\\b)|(?i)\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b");
  private static final Pattern NAME =
      Pattern.compile(
          "\\p{Lu}[\\p{L}'’-]+(?: (?:(?:de|van|von|of|la|the|der)"
              + " )?(?!I\\b)(?:\\p{Lu}[\\p{L}'’-]+|\\p{Lu}\\.))*");
  private static final Pattern NO_NAME =
      Pattern.compile(
          "(?i)(?:I|I['’]\\p{L}+|he|she|we|they|it|you|my|our|your|his|her|the|a|an|this|that|these|those|there|please|what|which|who|how|when|where|in|on|at|for|from|to|with|as|if|but|and|or|no|not|yes|after|before|then|ok|okay|Q\\d*|submit|enter|press|"
              + MONTHS
              + "|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?");

  /** The first street with its house that a text speaks of. */
  static Optional<String> street(String text) {
    return STREET.matcher(text).results().map(MatchResult::group).findFirst();
  }

  /** It is called like a street, whether a number of a house is said or not. */
  static boolean isStreet(String name) {
    return name.matches("(?:\\p{Lu}[\\p{L}'’-]+ ){1,3}(?:" + STREETS + ")");
  }

  /** The values in a text as it stands. */
  static Wish in(String text) {
    return of(new Clauses(List.of(text), List.of()), 1);
  }

  static Wish of(Clauses ahead, int clauses) {
    var words = String.join(". ", ahead.texts().subList(0, clauses));
    var found = new ArrayList<Mention>();
    collect(Pattern.compile("Q\\d+(?!\\w)"), Mention.Kind.QUOTED, words, found, ahead::plain);
    collect(EMAIL, Mention.Kind.EMAIL, words, found, text -> text);
    collect(LINK, Mention.Kind.LINK, words, found, text -> text);
    collect(DATE, Mention.Kind.DATE, words, found, text -> Dates.iso(text).orElse(""));
    collect(SpokenTime.PATTERN, Mention.Kind.TIME, words, found, Wish::time);
    collect(PHONE, Mention.Kind.PHONE, words, found, Wish::balanced);
    collect(STREET, Mention.Kind.CODE, words, found, text -> text);
    collect(CODE, Mention.Kind.CODE, words, found, text -> text);
    collect(NUMBER, Mention.Kind.NUMBER, words, found, Wish::number);
    names(words, found);
    found.sort(Comparator.comparingInt(Mention::start));
    return new Wish(words, ahead, List.copyOf(found));
  }

  private static void collect(
      Pattern pattern,
      Mention.Kind kind,
      String words,
      List<Mention> found,
      Function<String, String> value) {
    for (var match : pattern.matcher(words).results().toList()) {
      var text = value.apply(match.group());
      if (!text.isEmpty() && found.stream().noneMatch(one -> overlaps(one, match))) {
        found.add(new Mention(kind, text, match.start(), match.end()));
      }
    }
  }

  private static boolean overlaps(Mention one, MatchResult match) {
    return one.start() < match.end() && match.start() < one.end();
  }

  /** A bracket that was opened before the number does not belong to it. */
  private static String balanced(String number) {
    return number.contains("(") ? number : number.replaceFirst("\\)+$", "");
  }

  private static String time(String text) {
    return SpokenTime.in(text).map(java.time.LocalTime::toString).orElse("");
  }

  private static String number(String text) {
    return Texts.number(text).isPresent()
        ? String.valueOf(Texts.number(text).getAsInt())
        : text.matches("\\p{L}+") ? "" : text;
  }

  private static void names(String words, List<Mention> found) {
    for (var match : NAME.matcher(words).results().toList()) {
      var text = match.group();
      int start = match.start();
      boolean first = start == 0 || words.substring(0, start).matches("(?s).*[.!?:]\\s*$");
      while (isNoName(text, first) && text.contains(" ")) {
        int gap = text.indexOf(' ') + 1;
        start += gap;
        text = text.substring(gap);
        first = false;
      }
      var name = new Mention(Mention.Kind.NAME, text, start, match.end());
      boolean alone = first && !text.contains(" ");
      if (!alone
          && !isNoName(text, first)
          && found.stream()
              .noneMatch(one -> one.start() < name.end() && name.start() < one.end())) {
        found.add(name);
      }
    }
  }

  /** A word at the beginning of a sentence is in capitals anyway. */
  private static boolean isNoName(String text, boolean first) {
    var word = text.replaceFirst("\\s.*$", "");
    return NO_NAME.matcher(word).matches() || first && Clauses.startsWithVerb(word);
  }

  /** Where a text stands as whole words in it; empty when it does not. */
  Optional<MatchResult> at(String text) {
    var plain = Texts.plain(text);
    if (plain.isBlank()) {
      return Optional.empty();
    }
    var stem = plain.length() > 4 ? plain.replaceFirst("(?<=\\p{L}{3})s$", "") : plain;
    return Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}:.])" + Pattern.quote(stem) + "s?(?![\\p{L}\\p{N}]|[:.]\\d)")
        .matcher(words.toLowerCase(Locale.ROOT))
        .results()
        .findFirst();
  }

  /** The words between two places. */
  String between(int from, int to) {
    return words.substring(Math.min(from, to), Math.max(from, to));
  }
}
