package dev.hitlai.aitester.mind.skill;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * "Enter an item that starts with "Ba" and ends with "na"", "type Ber and choose Berlin from the
 * suggestions".
 */
final class AutocompleteSkill implements Skill {
  private static final Pattern STARTS =
      Pattern.compile(
          "(?i)\\b(?:starts?|starting|begins?|beginning) with (Q\\d+|\\S+)(?:.*?\\b(?:ends?|ending)"
              + " (?:with|in) (Q\\d+|\\S+))?");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var starts = STARTS.matcher(ahead.first());
    var fields = now.fields().stream().filter(Thing::takesText).toList();
    if (!starts.find()
        || fields.isEmpty()
        || !ahead.first().matches("(?i)^(?:enter|type|select|choose|pick|use|find|input)\\b.*")) {
      return Optional.empty();
    }
    var end = starts.group(2) == null ? "" : ahead.plain(starts.group(2)).replaceFirst("[.,]$", "");
    return Assignment.of(
        new SuggestionJob(
            fields.getFirst().node().ref(),
            ahead.plain(starts.group(1)).replaceFirst("[.,]$", ""),
            end));
  }
}
