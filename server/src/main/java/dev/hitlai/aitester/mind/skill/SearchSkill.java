package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Search for X and click the 5th result", leafing through the pages of results. */
final class SearchSkill implements Skill {
  private static final Pattern SEARCH =
      Pattern.compile(
          "(?i)^(?:search|look)(?: the \\w+)?(?: for| up)?\\s+(.+?)(?:\\s+(?:in|with|using|on) the"
              + " .*)?$");
  private static final Pattern FOUND =
      Pattern.compile(
          "(?i)^(?:find|locate|look (?:up|for))\\s+(?:the |an? )?(?-i:\\p{Ll}[\\p{L} ]*?"
              + " )??(?:called |named |titled |by |with the title"
              + " )?(Q\\d+|(?-i:\\p{Lu}).+?)(?:\\s+(?:in|on|using|with|among) the .*)?$");
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
      var filled = filled(ahead, now);
      if (filled.isPresent()) {
        return filled;
      }
      var field = searchField(now);
      return field.isEmpty()
          ? Optional.empty()
          : Assignment.of(new Sequence(List.of(typing(query), sending())));
    }
    return found(ahead, now).or(() -> result(ahead));
  }

  /** "Search for rooms in Faro for 2 adults": a form with a place for each of the details. */
  private static Optional<Assignment> filled(Clauses ahead, Sight now) {
    var wish = Wish.of(ahead, 1);
    if (Matching.of(wish, Slots.of(now)).placed().size() < 2) {
      return Optional.empty();
    }
    var rest = ahead.after(1);
    var filling = new FillJob(wish, rest);
    return Assignment.of(rest.isEmpty() ? filling : new Sequence(List.of(filling, sending())));
  }

  /** "Find the book X in the catalogue" where it is not in sight, but can be searched for. */
  private static Optional<Assignment> found(Clauses ahead, Sight now) {
    var name = name(ahead);
    if (name.isEmpty() || !isFound(ahead, now)) {
      return Optional.empty();
    }
    return Assignment.of(
        new Sequence(List.of(typing(name.get()), sending(), new FindJob(name.get()))));
  }

  /** Something named is looked for that only a search brings up. */
  static boolean isFound(Clauses ahead, Sight now) {
    return name(ahead)
        .filter(name -> now.finder().find(Target.named(name), Thing::hasWords).isEmpty())
        .flatMap(name -> searchField(now))
        .filter(
            field -> field.type().equals("search") || FieldNames.fit("search", field, now) >= 0.5)
        .isPresent();
  }

  private static Optional<String> name(Clauses ahead) {
    var found = FOUND.matcher(ahead.first());
    return found.matches() && ahead.texts().size() > 1
        ? Optional.of(ahead.plain(found.group(1)))
        : Optional.empty();
  }

  private static Job typing(String query) {
    return new Once(now -> searchField(now).map(field -> Fields.set(field, query, now)));
  }

  /** The button that belongs to the field, else what sends anything, else Enter. */
  private static Job sending() {
    return new Once(
        now ->
            searchField(now)
                .flatMap(field -> button(field, now))
                .map(t -> Turn.press(now, t, "it has to be searched for"))
                .or(
                    () ->
                        Optional.of(Turn.act(new Action.Press("Enter"), "this starts a search"))));
  }

  private static Optional<Thing> button(Thing field, Sight now) {
    return now.matching(t -> t.isPressable() && !t.isField() && !t.node().disabled())
        .filter(t -> t.label().length() < 30 && isFinding(t))
        .min(
            Comparator.comparingDouble(
                t ->
                    Math.abs(t.centerX() - field.centerX())
                        + 4 * Math.abs(t.centerY() - field.centerY())));
  }

  private static boolean isFinding(Thing thing) {
    return thing.label().matches("(?i)\\W*(?:search|find|go|look ?up|show|submit)\\b.*")
        || Icons.isSign(thing.text()) && Icons.meaning(thing.text()).contains("search")
        || !thing.hasWords()
            && Icons.likeness("search", thing.node().hint() + " " + thing.node().name()) > 0;
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
