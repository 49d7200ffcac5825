package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** "Change the text in the field to upper case", "delete the word X from the text". */
final class FieldTextSkill implements Skill {
  private static final Pattern CASED =
      Pattern.compile(
          "(?i)^(?:change|convert|turn|make|transform|rewrite|put|set|switch)\\b.*?\\b(upper[-"
              + " ]?case|capitals?|capital letters|lower[- ]?case|small letters|title"
              + " case|reverse[d]?(?:"
              + " order)?|backwards)\\b.*$|^(capitali[sz]e|reverse|lowercase|uppercase)\\b.*$");
  private static final Pattern REMOVED =
      Pattern.compile(
          "(?i)^(?:remove|delete|strip|erase|take out|cut)\\s+(?:all |every |any )?(?:of )?(?:the"
              + " )?(spaces?|blanks?|white ?space|digits?|numbers?|commas?|full"
              + " stops?|periods?|punctuation(?: marks?)?|vowels?|hyphens?|dashes|line"
              + " breaks?|(?:\\w+ )?(?:word|letter|character)s?(?: Q\\d+)?|Q\\d+)"
              + "\\s*(?:from|in|of|between|within|inside)\\b.*$");
  private static final Pattern REPLACED =
      Pattern.compile(
          "(?i)^(?:replace|change|swap|substitute)\\s+(?:all |every |each )?(?:the"
              + " )?(?:occurrences? of )?(?:the )?(?:words? |letters?"
              + " )?(Q\\d+)\\s+(?:by|with|to|into|for)\\s+(?:the )?(?:words? |letters?"
              + " )?(Q\\d+)\\b.*$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.first();
    var field = field(clause, now);
    if (field.isEmpty()) {
      return Optional.empty();
    }
    return change(clause, ahead)
        .filter(change -> !change.apply(field.get().value()).equals(field.get().value()))
        .flatMap(change -> Assignment.of(rewriting(field.get().node().ref(), change)));
  }

  private static Job rewriting(int ref, UnaryOperator<String> change) {
    return new Once(
        now ->
            now.again(ref)
                .map(
                    f ->
                        Turn.act(
                            new Action.Type(now.element(f), change.apply(f.value())),
                            "the text has to be changed so")));
  }

  /** The field told by its place, else the only one that holds a text. */
  private static Optional<Thing> field(String clause, Sight now) {
    var filled = now.fields().stream().filter(f -> f.takesText() && !f.value().isBlank()).toList();
    return filled.size() == 1
        ? Optional.of(filled.getFirst())
        : FieldPlaces.find(clause, now).filter(filled::contains);
  }

  private static Optional<UnaryOperator<String>> change(String clause, Clauses clauses) {
    var replaced = REPLACED.matcher(clause);
    if (replaced.matches()) {
      var old = clauses.plain(replaced.group(1));
      var other = clauses.plain(replaced.group(2));
      return Optional.of(text -> text.replace(old, other));
    }
    var cased = CASED.matcher(clause);
    if (cased.matches()) {
      return Optional.of(cased(cased.group(1) == null ? cased.group(2) : cased.group(1)));
    }
    var removed = REMOVED.matcher(clause);
    return removed.matches() ? removed(removed.group(1), clauses) : Optional.empty();
  }

  private static UnaryOperator<String> cased(String words) {
    var kind = words.toLowerCase(Locale.ROOT);
    if (kind.startsWith("low") || kind.startsWith("small")) {
      return text -> text.toLowerCase(Locale.ROOT);
    }
    if (kind.startsWith("rev") || kind.startsWith("back")) {
      return text -> new StringBuilder(text).reverse().toString();
    }
    if (kind.startsWith("title") || kind.matches("capitali[sz]e")) {
      return text ->
          Pattern.compile("(?<![\\p{L}'’])\\p{L}")
              .matcher(text)
              .replaceAll(match -> match.group().toUpperCase(Locale.ROOT));
    }
    return text -> text.toUpperCase(Locale.ROOT);
  }

  private static Optional<UnaryOperator<String>> removed(String what, Clauses clauses) {
    var quoted = clauses.quotedIn(what);
    if (!quoted.isEmpty()) {
      var part = Pattern.quote(quoted.getFirst());
      return Optional.of(
          text -> text.replaceAll("(?<!\\S)" + part + "(?!\\S)\\s?|" + part, "").strip());
    }
    var kind = what.toLowerCase(Locale.ROOT);
    var ordinal = Texts.ordinal(kind);
    if (kind.contains("word") && ordinal.isPresent()) {
      return Optional.of(text -> without(text, ordinal.getAsInt()));
    }
    var class1 =
        kind.matches("spaces?|blanks?|white ?space")
            ? "\\s+"
            : kind.matches("digits?|numbers?")
                ? "\\d+"
                : kind.startsWith("comma")
                    ? ","
                    : kind.matches("full stops?|periods?")
                        ? "\\."
                        : kind.startsWith("punct")
                            ? "\\p{Punct}"
                            : kind.startsWith("vowel")
                                ? "(?i)[aeiou]"
                                : kind.matches("hyphens?|dashes") ? "[-–]" : "";
    return class1.isEmpty() ? Optional.empty() : Optional.of(text -> text.replaceAll(class1, ""));
  }

  private static String without(String text, int ordinal) {
    var words = new java.util.ArrayList<>(java.util.List.of(text.strip().split("\\s+")));
    int index = ordinal < 0 ? words.size() - 1 : ordinal - 1;
    if (index < words.size()) {
      words.remove(index);
    }
    return String.join(" ", words);
  }
}
