package dev.hitlai.aitester.mind.skill;

import java.util.regex.Pattern;

/** Puts the parts of a clause where the skills expect them, and leaves out what is but a hint. */
final class Phrasing {
  /** "…, which is in the "more" menu of the post": where to look for it. */
  private static final Pattern WHEREABOUTS =
      Pattern.compile(
          "(?i),?\\s+(?:which|that)(?: is|'s| are| can be| may be| hides?| sits?| stands?| lies)(?:"
              + " found| hidden| tucked away| located)? (?:in|under|behind|inside|on|at)"
              + " (?:the|its|their|an?)"
              + " [^,]*?\\b(?:menu|drop-?down|pop-?up|tab|panel|section)\\b(?: (?:of|on|in|under)"
              + " (?:the|that|this|its|their|every|each) \\p{Ll}+)?(?=[,.]|$| (?:for|of|by|from)"
              + " )");

  /** "Type the word into the field, in capital letters". */
  private static final Pattern MANNER =
      Pattern.compile(
          "(?i)^((?:enter|type|write|put|input|fill in|insert|give)\\b.+?)\\s+((?:into|in|to)"
              + " (?:the |this |that |your )?(?:[\\p{L}Q\\d]+ ){0,3}(?:field|box|input|text"
              + " ?box|text ?area|area|form)(?: below| above| on the right| on the"
              + " left)?),?\\s+(?:but )?((?:in (?:reverse|all|upper|lower|capital|small|block|the"
              + " opposite)|with(?:out)?|backwards?|reversed|spel(?:led|t)|written|typed|leaving"
              + " out|omitting)\\b.+)$");

  /** "(a, e, i, o, u)": examples, whose commas part nothing. */
  private static final Pattern LETTERS =
      Pattern.compile("\\s*\\((?:\\p{L},? )+(?:(?:and|or) )?\\p{L}\\)");

  private Phrasing() {}

  static String straight(String clause) {
    var bare = LETTERS.matcher(WHEREABOUTS.matcher(clause).replaceFirst("")).replaceAll("");
    return MANNER.matcher(bare).replaceFirst("$1 $3 $2");
  }
}
