package dev.hitlai.aitester.mind.scent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text as the concepts it speaks of: words without inflection, stop words left out, and the web's
 * usual synonyms (basket, cart and bag) as one concept.
 */
public final class Words {
  private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");
  private static final double GENERIC_WEIGHT = 0.3;

  private static final Set<String> STOP =
      Set.of(
          ("a an and any are as at be been but by can could did do does for from had has have how i"
                  + " if in into is it its me my of on or our out so some than that the their them"
                  + " then there these this those to up us want was we what when where whether"
                  + " which who why will with would you your please need like find see look"
                  + " get show tell about all")
              .split(" "));

  /** Words that say little about what a page is about. */
  private static final Set<String> GENERIC =
      Set.of(
          ("product item page information info detail site website shop store online company thing"
                  + " new good nice view use make take go click here more option article section")
              .split(" "));

  private Words() {}

  /** Concepts in the order of their first appearance. */
  public static Set<String> concepts(String text) {
    return Synonyms.merge(stems(text));
  }

  /** Lower-case words in order, accents kept, nothing left out. */
  public static List<String> plain(String text) {
    var words = new ArrayList<String>();
    for (var part : SEPARATOR.split(CAMEL.matcher(text).replaceAll(" "))) {
      if (!part.isEmpty()) {
        words.add(part.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  static List<String> stems(String text) {
    return plain(text).stream().map(Stemmer::stem).toList();
  }

  static boolean carriesMeaning(String stem) {
    return !STOP.contains(stem) && stem.length() > 1 || stem.chars().allMatch(Character::isDigit);
  }

  static double weight(String concept) {
    return GENERIC.contains(concept) ? GENERIC_WEIGHT : 1;
  }

  /** Share (0 to 1) of the goal's meaning that the text's words cover. */
  public static double coverage(String goal, String text) {
    return coverage(concepts(goal), concepts(text));
  }

  static double coverage(Set<String> wanted, Set<String> offered) {
    double all = 0;
    double met = 0;
    for (var concept : wanted) {
      all += weight(concept);
      met += offered.contains(concept) ? weight(concept) : 0;
    }
    return all == 0 ? 0 : met / all;
  }

  /**
   * Overlap of a label with the goal, 0 to 1: how much of the goal it covers, a little less when it
   * also speaks of other things.
   */
  static double overlap(String goal, String label) {
    var wanted = concepts(goal);
    var offered = concepts(label);
    var coverage = coverage(wanted, offered);
    if (coverage == 0) {
      return 0;
    }
    return coverage * (0.65 + 0.35 * coverage(offered, wanted));
  }
}
