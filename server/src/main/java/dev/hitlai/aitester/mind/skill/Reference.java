package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * "One of the words is underlined. Click that word.": what is said first tells what "that", "it"
 * and "this person" in the request right after it stand for.
 */
final class Reference {
  private static final String THING =
      "(?:\\b(?:this|that|these|those)(?: (?:one|very|same))?(?:"
          + " (?!is\\b|are\\b|was\\b|has\\b|says\\b|reads\\b|you\\b)(\\p{Ll}[\\p{L}-]*))?|\\b(?:it|them|him|her)\\b(?!\\s+(?:is|has|was|says|shows)\\b))";
  private static final Pattern POINTER = Pattern.compile(THING + "(?=\\W|$)");
  private static final Pattern OWNED =
      Pattern.compile("\\b(?:its|their|his|her) (\\p{Ll}[\\p{L}-]*)\\b");

  /** A card or a row is called like what it is about. */
  private static final Pattern ENTRY_OWNED =
      Pattern.compile("\\b(?:its|their|his|her) (?:card|row|entry|tile|line|item)\\b");

  /** What brings a value to its field has ways of its own to know which. */
  private static final Pattern VALUE =
      Pattern.compile(
          "(?i)^(?:fill|enter|type|write|put|insert|change|correct|edit|update|store|save|copy|paste|submit|send|add)\\b");

  private static final Pattern WHICH =
      Pattern.compile(
          "(?i)^(?:which|what)(?: one)? (?:is|are) (the .+?)\\??$|^(?:which|what) (?:one )?(?:of"
              + " (?:the|these) )?(?:\\w+ )??(\\p{L}+?)s? (is|are|has|have|costs?|was) (.+?)\\??$");
  private static final Pattern WHERE_MOST =
      Pattern.compile(
          "(?i)^(?:in|on|at|for) (?:which|what) (\\p{L}+)"
              + " .*?\\b(most|least|best|worst|hottest|coldest|warmest|highest|lowest|fewest|busiest|longest|shortest)\\b.*$");
  private static final Pattern ONE_OF =
      Pattern.compile(
          "(?i)^(?:exactly |only |just )?(?:one|an?|some|two|three)(?: of)?(?: the| these)?(?:"
              + " \\w+)?? (\\p{L}+?)s?(?:(?: (?:of|in|on) (?:the|this|these) [\\p{L} ]+?)?)"
              + " (?:is|are|stands|has been|has|have|was) (.+?)$");
  private static final Pattern THERE =
      Pattern.compile(
          "(?i)^(?:there"
              + " (?:is|are)|there's|(?:somewhere|hidden|listed|among|in|on|at)\\b.*?\\b(?:is|are|stands|sits|hides)|here"
              + " is|you(?:'ll| will| can)? (?:find|see))\\s+(.+?)(?:,?"
              + " (?:somewhere|there|here|among|in the list|on the page).*)?$");
  private static final Pattern CALLED =
      Pattern.compile(
          "(?i)\\b(?:the|my|a|an|our) ((?:[\\p{L}-]+ ){1,3}(?:called|named|titled|labelled|with"
              + " the name) .+?)(?:,| (?:and|but|because|so|any|no)\\b.*|$)");
  private static final Pattern NAME =
      Pattern.compile("(?<=[\\p{Ll},:] )(?!I\\b)\\p{Lu}[\\p{L}'’-]*(?: \\p{Lu}[\\p{L}'’-]*){0,3}");
  private static final Pattern DATED =
      Pattern.compile(
          "(?i)\\b(?:day|week|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|fortnight)s?\\b");

  private Reference() {}

  /** The clauses with such words replaced by what they stand for; the explaining one goes. */
  static List<String> resolve(List<String> clauses) {
    var told = new ArrayList<String>();
    for (int i = 0; i < clauses.size(); i++) {
      var clause = clauses.get(i);
      var before = told.isEmpty() ? "" : told.getLast();
      if (!before.isEmpty()
          && !Clauses.startsWithVerb(before)
          && Clauses.startsWithVerb(clause)
          && !VALUE.matcher(clause).find()) {
        var joined = joined(before, clause);
        if (joined.isPresent()) {
          told.removeLast();
          clause = joined.get();
        }
      }
      told.add(clause);
    }
    return List.copyOf(told);
  }

  private static Optional<String> joined(String said, String asked) {
    var most = WHERE_MOST.matcher(said);
    var owned = OWNED.matcher(asked);
    if (most.matches() && owned.find()) {
      var size = most.group(2).matches("(?i)least|worst|coldest|lowest|fewest|shortest");
      return Optional.of(
          owned.replaceFirst("the " + (size ? "shortest " : "tallest ") + owned.group(1)));
    }
    var part = ENTRY_OWNED.matcher(asked);
    if (part.find()) {
      return named(said, "")
          .map(what -> asked.substring(0, part.start()) + what + asked.substring(part.end()));
    }
    var pointer = POINTER.matcher(asked);
    if (!pointer.find() || isRelative(asked, pointer)) {
      return Optional.empty();
    }
    var noun = pointer.group(1);
    return referent(said, noun == null ? "" : noun)
        .map(what -> asked.substring(0, pointer.start()) + what + asked.substring(pointer.end()))
        .map(text -> text.replaceAll("\\s+", " ").strip());
  }

  /** "The box that holds it": no pointing. */
  private static boolean isRelative(String asked, Matcher pointer) {
    var before = asked.substring(0, pointer.start()).strip();
    boolean that = pointer.group().startsWith("that");
    return that && pointer.group(1) == null && pointer.end() < asked.length()
        || before.matches("(?i).*\\b(?:until|if|when|once|because)\\b.*");
  }

  private static Optional<String> referent(String said, String noun) {
    var which = WHICH.matcher(said);
    if (which.matches()) {
      return Optional.of(
          which.group(1) != null
              ? which.group(1)
              : "the " + which.group(2) + " that " + which.group(3) + " " + which.group(4));
    }
    var one = ONE_OF.matcher(said);
    if (one.matches()) {
      return Optional.of("the " + one.group(1) + " that is " + one.group(2));
    }
    var there = THERE.matcher(said);
    if (there.matches()) {
      return Optional.of(there.group(1));
    }
    if (noun.matches("day|date|time|month") || noun.isEmpty() && isDated(said)) {
      return isDated(said) || noun.equals("time") ? Optional.of(said) : Optional.empty();
    }
    return named(said, noun);
  }

  private static boolean isDated(String said) {
    return Dates.in(said).isPresent() || DATED.matcher(said).find();
  }

  private static Optional<String> named(String said, String noun) {
    var called = CALLED.matcher(said);
    if (called.find()) {
      return Optional.of("the " + called.group(1));
    }
    var quoted = Pattern.compile("Q\\d+").matcher(said);
    if (quoted.find()) {
      return Optional.of(quoted.group());
    }
    var names = NAME.matcher(said).results().map(match -> match.group()).distinct().toList();
    return names.size() == 1
        ? Optional.of((noun.isEmpty() ? "" : "the " + noun + " ") + names.getFirst())
        : Optional.empty();
  }
}
