package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Words;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may uncover the fields that a wish still lacks: "Edit", "+", "Advanced options". */
final class Openers {
  private static final Pattern EDIT =
      Pattern.compile(
          "(?i)^\\W*(?:edit|change|modify|adjust|customi[sz]e|✎|✏)\\b.{0,20}$|^[✎✏]\\W?$");
  private static final Pattern NEW =
      Pattern.compile(
          "(?i)^\\W*(?:new|add|create|compose|write|start|register)\\b.{0,24}$|^[+＋✚➕]$");
  private static final Pattern MORE =
      Pattern.compile(
          "(?i)\\b(?:more|advanced|options|details|settings|extras?|further|other|additional|preferences|manage|customi[sz]e)\\b|[▾▼⌄˅▸►⋮⋯☰⚙]|\\p{L}…");
  private static final Pattern MAKING =
      Pattern.compile(
          "(?i)^(?:create|add|write|send|compose|make|register|enter|insert|put|record|note|schedule|plan|invite|set"
              + " up|start|post|leave|enrol|save|store|book)\\b.*");
  private static final Pattern NEVER =
      Pattern.compile(
          "(?i)\\b(?:submit|ok|okay|cancel|delete|remove|send|save|buy|pay|confirm|reset|close|done|finish|discard|log"
              + " ?out|sign ?out|back)\\b|^[×✕✖]$");

  private Openers() {}

  /** Something new is to come about. */
  static boolean isMaking(String words) {
    return MAKING.matcher(words).lookingAt();
  }

  /**
   * The likeliest that was not tried; empty when nothing is likely.
   *
   * @param tried references of things
   */
  static Optional<Thing> next(Sight now, Wish wish, Collection<Integer> tried) {
    var said = Words.concepts(wish.words());
    boolean making = MAKING.matcher(wish.words()).matches();
    boolean changing =
        wish.words()
            .matches("(?is).*\\b(?:should|change|correct|now|instead|update|edit|must)\\b.*");
    var dialog = now.dialog();
    return now.matching(t -> t.isPressable() && !t.isField() && !t.node().disabled())
        .filter(t -> dialog == null || t.isIn(dialog))
        .filter(t -> t.label().length() < 40 && !NEVER.matcher(t.label()).find())
        .filter(t -> !tried.contains(t.node().ref()) && !isChoice(t) && !isOfRows(t, wish, now))
        .filter(t -> score(t, said, making, changing) + (named(t, wish) ? 1.2 : 0) > 1)
        .max(
            Comparator.comparingDouble(
                    (Thing t) -> score(t, said, making, changing) + (named(t, wish) ? 1.2 : 0))
                .thenComparing(t -> -t.order()));
  }

  /** The wish says its very words: a day, a room, a person. */
  private static boolean named(Thing thing, Wish wish) {
    var name = thing.text().matches(".*\\p{L}.*") ? thing.text() : thing.node().name();
    return name.matches("\\p{Lu}\\p{L}.*") && wish.at(name).isPresent();
  }

  /** A picture that stands in every row belongs to the rows. */
  private static boolean isOfRows(Thing thing, Wish wish, Sight now) {
    var twins =
        thing.text().matches(".*\\p{L}.*")
            ? java.util.List.<Thing>of()
            : now.matching(t -> t.isPressable() && t.label().equals(thing.label())).toList();
    return twins.size() > 2
        && Entry.around(twins).stream()
            .filter(one -> one.control() == thing)
            .noneMatch(
                one ->
                    wish.mentions().stream().anyMatch(m -> Texts.contains(one.words(), m.text())));
  }

  private static boolean isChoice(Thing thing) {
    return thing.role().matches("option|radio|checkbox|switch|listitem");
  }

  private static double score(
      Thing thing, java.util.Set<String> said, boolean making, boolean changing) {
    var label = thing.label();
    var name = thing.hasWords() ? label : thing.node().name() + " " + thing.node().hint();
    long shared = Words.concepts(label).stream().filter(said::contains).count();
    double score = Math.min(2, shared) * 0.9;
    if (Boolean.FALSE.equals(thing.node().expanded()) || thing.tag().equals("summary")) {
      score += 2;
    }
    if (EDIT.matcher(name).find() || !thing.hasWords() && Icons.likeness("edit", name) > 0) {
      score += changing ? 3 : 1.2;
    }
    if (NEW.matcher(label).find() || NEW.matcher(thing.node().name()).find()) {
      score += making ? 3 : 0.2;
    }
    if (MORE.matcher(label).find()) {
      score += 2;
    }
    return score;
  }
}
