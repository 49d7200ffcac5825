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

  /** "Switch Wi-Fi and Sound on and Location off", "turn on the fan and off the lamp". */
  private static final Pattern BOTH_WAYS =
      Pattern.compile(
          "(?i)^(?:(?:in|on|under|within) (?:the |your |my )[^,]{2,40}, )?(switch|turn|set|put)"
              + " (?:(.+?) (on|off)|(on|off) (.+?))(?:, and|,| and| but) (?:(?:switch|turn)"
              + " )?(?:(?!on |off )(.+?) (on|off)|(on|off) (.+?))$");

  private static final String STATE =
      "(?:not )?(?:switched |turned )?(?:on|off|ticked|unticked|checked|unchecked|selected"
          + "|unselected|deselected|chosen|marked|enabled|disabled|active|inactive|activated"
          + "|deactivated)";

  /** "Make sure that A is ticked and B is not ticked", "A should be on and B off". */
  private static final Pattern STATES =
      Pattern.compile(
          "(?i)^((?:make sure|ensure|see to it|check)(?: that)? )?(.+?)"
              + " (is|are|should be|must be|has to be|have to be|gets?|stays?) ("
              + STATE
              + ")(?:, and|, but|,| and| but| while)(?: that)? (.+?) (?:(?:is|are|should|must|has"
              + " to|have to|gets?|stays?)(?: be)? )?("
              + STATE
              + "\\b.*)$");

  private Ellipsis() {}

  /** The clause, or the clauses that it is short for. */
  static List<String> written(String clause) {
    var found = new ArrayList<String>();
    var both = BOTH_WAYS.matcher(clause);
    if (both.matches()) {
      boolean last = both.group(3) != null;
      boolean end = both.group(7) != null;
      var verb = both.group(1) + " ";
      return List.of(
          verb + (last ? both.group(3) + " " + both.group(2) : both.group(4) + " " + both.group(5)),
          verb + (end ? both.group(7) + " " + both.group(6) : both.group(8) + " " + both.group(9)));
    }
    var states = STATES.matcher(clause);
    if (states.matches() && (states.group(1) != null || states.group(3).contains("be"))) {
      var lead = states.group(1) == null ? "" : states.group(1);
      found.add(lead + states.group(2) + " " + states.group(3) + " " + states.group(4));
      found.addAll(written(lead + states.group(5) + " " + states.group(3) + " " + states.group(6)));
      return found;
    }
    var rest = clause;
    for (var match = LEFT_OUT.matcher(rest); match.matches(); match = LEFT_OUT.matcher(rest)) {
      found.add(match.group(1) + " " + match.group(2));
      rest = match.group(1) + " " + match.group(4);
    }
    found.add(rest);
    return found;
  }
}
