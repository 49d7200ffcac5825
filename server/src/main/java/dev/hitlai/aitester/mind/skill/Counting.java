package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** "The number of red circles", "how many items are there". */
final class Counting implements Values.Answer {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)(?<!phone |telephone |house |room |flight |order |account |seat |mobile |serial"
              + " |post |track )\\b(?:number|count|amount) of (?:the )?(?!the\\b)(.+)|\\bhow many"
              + " (.+)|^count (?:the |all (?:the )?)?(.+)");
  private static final Pattern TAIL =
      Pattern.compile(
          "(?i)\\s+(?:are|is|do|does|can|there|shown|on|in|you|exist|below|above)\\b.*$|\\?.*$");

  private static final Pattern STATE =
      Pattern.compile(
          "(?i)\\bhow many (?:of the )?(.+?)"
              + " (?:are|is|were|have|has|go(?:es)?|come|cost|start|stop|say|show|belong"
              + " to|read)(?: (?:been|in|to|from|at))?(?! there)(?: the)? (.+?)(?: in the"
              + " (?:table|list))?\\??$");

  /** "How many trains are late": the rows that say so. */
  private static Optional<String> inState(String phrase, Clauses clauses, Sight now) {
    var asked = STATE.matcher(clauses.plain(phrase));
    if (!asked.find()
        || asked
            .group(2)
            .matches(
                "(?i)(?:there|shown|displayed|listed|visible|(?:on|in)"
                    + " (?:the|this|that)|below|above)\\b.*")) {
      return Optional.empty();
    }
    var rows =
        now.matching(t -> t.tag().matches("tr|li") || t.role().matches("row|listitem")).toList();
    var state = asked.group(2).strip();
    long exact =
        rows.stream().filter(row -> row.all().anyMatch(t -> Texts.same(t.own(), state))).count();
    long said = rows.stream().filter(row -> Texts.contains(row.text(), state)).count();
    return rows.size() < 2 || Looks.speaksIn(state) || exact + said == 0
        ? Optional.empty()
        : Optional.of(String.valueOf(exact > 0 ? exact : said));
  }

  @Override
  public Optional<String> read(String phrase, Clauses clauses, Sight now) {
    var state = inState(phrase, clauses, now);
    if (state.isPresent()) {
      return state;
    }
    var asked = ASKED.matcher(phrase);
    if (!asked.find()) {
      return Optional.empty();
    }
    var what =
        asked.group(1) != null
            ? asked.group(1)
            : asked.group(2) != null ? asked.group(2) : asked.group(3);
    if (asked.group(1) != null
        && phrase.matches("(?i).*\\bnumber of (?:the|this|that|your|his|her) \\p{L}*[^s\\W]$")) {
      return Optional.empty(); // what something is numbered with
    }
    var words = TAIL.matcher(clauses.plain(what)).replaceFirst("").strip();
    if (words.matches("(?i)(?:sides?|corners?|edges|vertices|angles|points)\\b.*")) {
      return sides(now);
    }
    int count = counted(words, now).size();
    return count == 0 && !Looks.speaksIn(words)
        ? Optional.empty()
        : Optional.of(String.valueOf(count));
  }

  private static Optional<String> sides(Sight now) {
    return now.matching(t -> !t.hasWords() && !t.isField())
        .filter(t -> !t.isPressable() || !t.tag().matches("button|a|div|span"))
        .flatMapToInt(t -> Figures.corners(t).stream())
        .mapToObj(String::valueOf)
        .reduce((outer, inner) -> inner);
  }

  private static List<Thing> counted(String words, Sight now) {
    if (Looks.speaksIn(words)
        || words.matches(
            "(?i).*\\b(?:shapes?|squares?|dots?|blocks?|cubes?|tiles?|figures?|objects?|letters?|digits?|numbers?)\\b.*")) {
      return Looks.all(words, now).stream()
          .filter(t -> !t.isField() && !t.role().equals("button"))
          .toList();
    }
    var singular = words.replaceFirst("(?i)(?<=\\p{L}{2})s$", "");
    var named =
        now.matching(t -> Texts.contains(t.own(), words) || Texts.contains(t.own(), singular))
            .toList();
    return named.isEmpty() && words.matches("(?i)(?:rows|entries|items|list items|results)")
        ? now.matching(
                t ->
                    t.tag().equals("li")
                        || t.role().equals("listitem")
                        || t.tag().equals("tr") && t.all().anyMatch(c -> c.tag().equals("td")))
            .toList()
        : named;
  }
}
