package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Search for X and click the 5th result", leafing through the pages of results. */
final class SearchSkill implements Skill {
  private static final Pattern SEARCH =
      Pattern.compile(
          "(?i)^(?:search|look)(?: the \\w+)?(?: for| up)?\\s+(.+?)(?:\\s+(?:in|with|using|on) the"
              + " .*)?$");
  private static final Pattern RESULT =
      Pattern.compile(
          "(?i)^(?:find|click|open|press|tap|select|choose|go"
              + " to|pick)\\b.*?\\b(?:(\\d+)(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)\\b.*\\b(?:result|link|hit|match|entry|item)s?\\b.*$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var search = SEARCH.matcher(ahead.first());
    if (search.matches()) {
      var query =
          ahead.plain(
              search.group(1).replaceFirst("(?i)^(?:the )?(?:term|word|phrase|text)s? ", ""));
      var field = searchField(now);
      return field.isEmpty()
          ? Optional.empty()
          : Assignment.of(new Sequence(List.of(typing(query), new SendJob())));
    }
    return result(ahead);
  }

  private static Job typing(String query) {
    return new Once(now -> searchField(now).map(field -> Fields.set(field, query, now)));
  }

  private static Optional<Thing> searchField(Sight now) {
    var fields = now.fields().stream().filter(Thing::takesText).toList();
    return fields.stream()
        .filter(f -> f.role().equals("searchbox") || FieldNames.fit("search", f, now) >= 0.5)
        .findFirst()
        .or(() -> fields.size() == 1 ? Optional.of(fields.getFirst()) : Optional.empty());
  }

  /** "Find and click the 5th search result" is read as two clauses by its verbs. */
  private static Optional<Assignment> result(Clauses ahead) {
    var taken = new ArrayList<String>();
    var words = ahead.first();
    if (words.matches("(?i)find|locate") && !ahead.at(1).isEmpty()) {
      taken.add(words);
      words = ahead.at(1);
    }
    if (!RESULT.matcher(words).matches()) {
      return Optional.empty();
    }
    return Assignment.of(new ResultJob(Texts.ordinal(words).orElse(1)), taken.size() + 1);
  }
}
