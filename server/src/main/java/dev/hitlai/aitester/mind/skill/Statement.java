package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * "The train to Malmo is shown as Delayed": what the page says of something that it names.
 *
 * @param subject the name that the page has for it
 * @param state what is said of it
 */
record Statement(String subject, String state) {
  private static final Pattern SAID =
      Pattern.compile(
          "(?i)^(.+?)\\s+(?:is|are|has|have|shows?|says?|reads?|displays?|stands? at|appears?)\\s+"
              + "(?:(?:currently|now|still|already|also|being)\\s+)?(?:(?:shown|marked|listed|displayed|labell?ed|given|set|reported|described|announced|tagged|flagged)\\s+)?(?:(?:as|to|to"
              + " be|with)\\s+)?"
              + "(?:(?:the|an?)\\s+)?(?:(?:word|status|state|note|label|mark)\\s+)?(?:of\\s+)?(.+)$");
  private static final Pattern NAMES =
      Pattern.compile(
          "Q\\d+|#?\\d[\\w-]*|(?<![.] )\\p{Lu}[\\p{L}\\p{N}'’.-]*(?: \\p{Lu}[\\p{L}\\p{N}'’.-]*)*");

  /**
   * Empty unless something is named that the page shows, and words, not numbers, are said of it.
   *
   * @param masked the condition, quotations masked
   */
  static Optional<Statement> of(String masked, Clauses clauses, Sight now) {
    var said = SAID.matcher(masked);
    if (!said.matches()) {
      return Optional.empty();
    }
    var state = clauses.plain(said.group(2)).strip();
    var names = NAMES.matcher(said.group(1)).results().map(one -> clauses.plain(one.group()));
    return state.isEmpty() || !said.group(2).startsWith("Q") && state.matches(".*\\d.*")
        ? Optional.empty()
        : names
            .filter(name -> !places(name, now).isEmpty())
            .reduce((first, last) -> last)
            .map(name -> new Statement(name, state));
  }

  boolean holds(Sight now) {
    var states = places(state, now);
    return places(subject, now).stream()
        .anyMatch(name -> states.stream().anyMatch(one -> one == name || belongs(one, name, now)));
  }

  private static List<Thing> places(String words, Sight now) {
    return Nesting.innermost(
        now.matching(t -> !t.isField() && Texts.contains(t.text(), words)).toList());
  }

  /** In its row, or below it and before the next that is printed like it. */
  private static boolean belongs(Thing state, Thing name, Sight now) {
    boolean inLine = Rows.sameLine(state, name);
    int from = Math.min(state.order(), name.order());
    int to = Math.max(state.order(), name.order());
    boolean parted =
        now.matching(t -> t.order() > from && t.order() < to)
            .anyMatch(t -> isLike(t, name) && !(inLine && t.parent() == name.parent()));
    return !parted && (inLine || state.order() > name.order());
  }

  private static boolean isLike(Thing one, Thing other) {
    return one.tag().equals(other.tag())
        && one.around().count() == other.around().count()
        && one.paint().size() == other.paint().size()
        && one.paint().bold() == other.paint().bold();
  }
}
