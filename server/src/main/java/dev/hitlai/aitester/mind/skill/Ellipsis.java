package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** "Choose Redo from the Edit menu, then Full screen from the View menu": one verb for both. */
final class Ellipsis {
  private static final String NAME = "(?:the )?(?:Q\\d+|\\p{Lu}[^,;]*?|\\d[^,;]*?)";

  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "^((?i:"
              + Verbs.ALL
              + ")(?i: on)?) ("
              + NAME
              + " (?i:(from|in|under|on|inside|out of)) (?:(?! (?:from|in|under|on|inside)"
              + " )[^,;])+?)(?i:,? (?:and )?(?:then|afterwards|next),?|,? and|,) ("
              + NAME
              + " \\3 .+)$");

  private Ellipsis() {}

  /** The clause, or the clauses that it is short for. */
  static List<String> written(String clause) {
    var found = new ArrayList<String>();
    var rest = clause;
    for (var match = LEFT_OUT.matcher(rest); match.matches(); match = LEFT_OUT.matcher(rest)) {
      found.add(match.group(1) + " " + match.group(2));
      rest = match.group(1) + " " + match.group(4);
    }
    found.add(rest);
    return found;
  }
}
