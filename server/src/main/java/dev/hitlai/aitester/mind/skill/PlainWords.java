package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** "The username pinecone": plain words right behind what a field is called. */
final class PlainWords {
  private static final Pattern NO_VALUE =
      Pattern.compile(
          "(?i)(?:and|or|in|on|from|with|for|of|to|at|by|into|is|are|was|as|the|an?|my|your|his|her|its|their|our|it|that"
              + "|this|which|who|field|box|input|text|below|above|there|here|so|then|but|not|only|has|have|should"
              + "|must|can|shown|if|when|under|up|again|now|please|number|value|address|name|list|area|first|last)");

  private PlainWords() {}

  static List<Matching.Placed> of(Wish wish, List<Slot> slots) {
    var found = new ArrayList<Matching.Placed>();
    for (var slot : slots) {
      var name = slot.name();
      if (slot.kind() != Slot.Kind.TEXT || slot.isRepeat() || name.length() < 3) {
        continue;
      }
      var said =
          Pattern.compile(
                  "(?i)(?<![\\p{L}])"
                      + Pattern.quote(name)
                      + "(?: (?:is|as|to|of|named|called|should be|must be))?:?"
                      + " ((?!Q\\d)[\\p{L}\\d][^\\s,;]*?)(?=[.,;!?]?(?: |$))")
              .matcher(wish.words());
      if (said.find() && !NO_VALUE.matcher(said.group(1)).matches()) {
        found.add(new Matching.Placed(slot, said.group(1)));
      }
    }
    return found;
  }
}
