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

  private static final String OFFERED =
      "(?:the |your |a )?(?:list of )?(?:suggest(?:ions?|ed \\w+)|proposals?|completions?|offers?"
          + " below|autocomplete)\\b";

  /** "Choose Oslo from the suggestions", "from the suggestions, pick Oslo". */
  private static final Pattern CHOSEN =
      Pattern.compile(
          "(?i)^(?:choose|select|pick|take|find|get|use)\\s+(?:(.+?)\\s+(?:from|in|among|out"
              + " of|with|using|by means of)\\s+"
              + OFFERED
              + ".*|(?:the )?suggestion (.+?)(?: (?:for|from|in|as) .*)?)$");

  /** The field that offers something while one types, else the only empty one. */
  private static Optional<Thing> free(Sight now) {
    var fields = now.fields().stream().filter(f -> f.takesText() && f.value().isBlank()).toList();
    return fields.stream()
        .filter(f -> f.role().equals("combobox"))
        .findFirst()
        .or(() -> fields.size() == 1 ? Optional.of(fields.getFirst()) : Optional.empty());
  }

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var chosen = CHOSEN.matcher(ahead.first());
    if (chosen.matches() && free(now).isPresent() && !STARTS.matcher(ahead.first()).find()) {
      var item = chosen.group(1) == null ? chosen.group(2) : chosen.group(1);
      return Assignment.of(
          new SuggestionJob(free(now).get().node().ref(), ahead.plain(item).strip(), ""));
    }
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
