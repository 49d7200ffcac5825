package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * "All the messages from Jo but the first", "every topping except olives", "only X and Y".
 *
 * @param noun what they are called, empty for "everything"
 * @param quality what is said of them besides
 * @param left those that are left out
 * @param only whether all others are to be the other way
 * @param named those that are meant, empty when they are told otherwise
 */
record SetPhrase(String noun, String quality, List<String> left, boolean only, List<String> named) {
  private static final Pattern QUANTIFIED =
      Pattern.compile(
          "(?i)^(?:of )?(all|every(?: single)?|each(?: and"
              + " every)?|both|every(?:one|body|thing)|any|whichever|whatever)\\b(?: (?:one"
              + " )?of)?(?: (?:the|these|those|my|your|them|this|our))*(?:"
              + " (?:two|three|four|five|six|\\d))?\\b\\s*(.*)$");
  private static final Pattern THEM_ALL =
      Pattern.compile(
          "(?i)^(?:them|these|those|the lot|the whole lot)(?: all)?$|^(?:them|these|those)"
              + " (?:all|both)\\b.*$");
  private static final Pattern DEFINED =
      Pattern.compile(
          "(?i)^(?:only |just )?(?:the |those |these"
              + " )((?:ones|items|words|names|things|people|entries|rows|numbers|\\p{L}+s)\\b(?:"
              + " (?:that|which|who|whose|from|with|under|over)\\b.*)?)$");
  private static final Pattern ONLY =
      Pattern.compile(
          "(?i)^(?:only|just|exactly|solely|nothing (?:else )?(?:but|except)|none but)"
              + " (?!the\\b.*\\bs\\b)(.+)$");
  private static final Pattern EXCEPT =
      Pattern.compile(
          "(?i),?\\s+(?:but(?: not)?|except(?:ing)?(?: for)?|excluding|apart from|aside"
              + " from|besides|other than|save(?: for)?|bar|with the exception of|leaving"
              + " out|not|without)\\s+(.+)$");
  private static final Pattern QUALITY =
      Pattern.compile(
          "(?i)\\b(?:from|by|of|about|with|in|on|that|which|who|whom|whose|under|below|over|above|costing|cheaper|dearer|more|less|older|younger|before|after|containing|starting|beginning|ending|you|marked|labelled|not|sent|written|at)\\b.*$");
  private static final Pattern ITEM =
      Pattern.compile(
          "(?i)^(?:only |just )?(?:the |an?"
              + " )?(?:(?:ones?|that|those|message|mail|e-?mail|file|entry|item|person|row|box|check"
              + " ?box|name|option)(?:e?s)? )?(?:(?:from|by|of|called|named|about|to|with|for)"
              + " )?(?:the )?");

  /** Empty when the words speak of single things. */
  static Optional<SetPhrase> of(String words) {
    var just = ONLY.matcher(words.strip());
    if (just.matches() && !just.group(1).matches("(?i)(?:the )?(?:ones|items|words|things)\\b.*")) {
      return Optional.of(new SetPhrase("", "", List.of(), true, names(just.group(1))));
    }
    var except = EXCEPT.matcher(words);
    boolean split = except.find();
    var whole = split ? words.substring(0, except.start()) : words;
    var left = split ? names(except.group(1)) : List.<String>of();
    var quantified = QUANTIFIED.matcher(whole.strip());
    if (quantified.matches()) {
      return Optional.of(phrase(quantified.group(2), left, false));
    }
    if (THEM_ALL.matcher(whole.strip()).matches()
        && (split || whole.matches("(?i).*\\b(?:all|both|lot)\\b.*"))) {
      return Optional.of(new SetPhrase("", "", left, false, List.of()));
    }
    var defined = DEFINED.matcher(whole.strip());
    return defined.matches()
        ? Optional.of(phrase(defined.group(1), left, whole.matches("(?i)(?:only|just)\\b.*")))
        : Optional.empty();
  }

  private static SetPhrase phrase(String words, List<String> left, boolean only) {
    var quality = QUALITY.matcher(words);
    boolean found = quality.find();
    var noun = (found ? words.substring(0, quality.start()) : words).strip();
    return new SetPhrase(noun, found ? quality.group().strip() : "", left, only, List.of());
  }

  private static List<String> names(String words) {
    return List.of(
            words.split("\\s*,\\s*(?:and\\s+|or\\s+|nor\\s+)?|\\s+(?:and|or|nor)\\s+(?:the )?"))
        .stream()
        .map(name -> ITEM.matcher(name.strip()).replaceFirst("").strip())
        .filter(name -> !name.isEmpty())
        .toList();
  }

  boolean isExplicit() {
    return !named.isEmpty()
        || !noun.matches("(?i)(?:\\p{L}+s)")
        || !left.isEmpty()
        || !quality.isEmpty();
  }

  /** Those of the units that are meant. */
  List<Units.Unit> of(List<Units.Unit> units) {
    if (!named.isEmpty()) {
      boolean known =
          named.stream().allMatch(n -> units.stream().anyMatch(u -> isCalled(u, n, units)));
      return known
          ? units.stream().filter(u -> named.stream().anyMatch(n -> isCalled(u, n, units))).toList()
          : List.of();
    }
    return units.stream()
        .filter(kind(units))
        .filter(SetQuality.of(quality, units))
        .filter(unit -> left.stream().noneMatch(name -> isCalled(unit, name, units)))
        .toList();
  }

  /** The noun may tell some from the others: "unread messages", "fruits", "red boxes". */
  private Predicate<Units.Unit> kind(List<Units.Unit> units) {
    var labels = units.stream().map(Units.Unit::label).toList();
    var members = Categories.members(noun, labels);
    if (members.isPresent()) {
      return unit -> members.get().contains(unit.label());
    }
    var bare = noun.toLowerCase(Locale.ROOT).strip();
    return bare.isEmpty() ? unit -> true : SetQuality.of(bare, units);
  }

  static boolean isCalled(Units.Unit unit, String name, List<Units.Unit> units) {
    var ordinal = Texts.ordinal(name);
    if (ordinal.isPresent() && name.split(" ").length < 3) {
      int index = ordinal.getAsInt() < 0 ? units.size() - 1 : ordinal.getAsInt() - 1;
      return index < units.size() && units.get(index) == unit;
    }
    var wanted = Words.concepts(name);
    return Texts.contains(unit.words(), name)
        || !wanted.isEmpty() && Words.concepts(unit.words()).containsAll(wanted);
  }
}
