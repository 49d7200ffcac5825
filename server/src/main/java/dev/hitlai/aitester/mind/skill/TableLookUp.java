package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * "The value of Country", "the price of the lamp", "Ann's phone number", "the value in the row of
 * Bern".
 */
final class TableLookUp implements Values.Answer {
  private static final Pattern OF =
      Pattern.compile(
          "(?i)^(?:the )?(.+?)\\s+(?:of|for|in|from)\\s+(?:the"
              + " )?(?:(?:row|line|entry|column|field|cell|item|product|person|user|contact)\\s+(?:of|for|named|called|labell?ed|with)?\\s*)?(?:the"
              + " )?(.+)$");
  private static final Pattern WHERE =
      Pattern.compile(
          "(?i),? (?:in|from|on) (?:the|this|that) (?:\\p{L}+"
              + " )?(?:table|list|chart|directory|page|sheet)(?: (?:above|below))?$");
  private static final Pattern OWNED = Pattern.compile("^(?:the )?(.+?)[’']s\\s+(.+)$");
  private static final Pattern GENERIC =
      Pattern.compile("(?i)(?:the )?(?:value|text|entry|content|number|data|answer|cell)s?");

  @Override
  public Optional<String> read(String phrase, Clauses clauses, Sight now) {
    var words = WHERE.matcher(phrase.strip()).replaceFirst("");
    var owned = OWNED.matcher(words);
    if (owned.matches()) {
      return cell(clauses.plain(owned.group(1)), clauses.plain(owned.group(2)), now);
    }
    var of = OF.matcher(words);
    if (!of.matches()) {
      return Optional.empty();
    }
    var column = clauses.plain(of.group(1)).replaceFirst("(?i)^value (?:of|in) (?:the )?", "");
    var row = clauses.plain(of.group(2));
    return GENERIC.matcher(column).matches()
        ? neighbour(row, now)
        : cell(row, column, now).or(() -> cell(column, row, now));
  }

  /** Only where a column and a row are called just so. */
  static Optional<String> inTable(String phrase, Sight now) {
    var of = OF.matcher(WHERE.matcher(phrase.strip()).replaceFirst(""));
    if (!of.matches()) {
      return Optional.empty();
    }
    var heads =
        now.matching(t -> t.tag().equals("th") || t.role().equals("columnheader"))
            .filter(t -> Texts.same(t.text(), of.group(1)))
            .toList();
    return now.matching(t -> t.isLeaf() && Texts.same(t.text(), of.group(2)))
        .flatMap(row -> heads.stream().flatMap(head -> cellUnder(row, head, now).stream()))
        .findFirst();
  }

  /** Where a row and a column meet. */
  static Optional<String> cell(String row, String column, Sight now) {
    var heads = column(column, now);
    for (var anchor : now.finder().all(Target.named(row), t -> t.hasWords() && !t.isField())) {
      for (var head : heads) {
        var found = cellUnder(anchor, head, now);
        if (found.isPresent()) {
          return found;
        }
      }
      var labelled = labelled(anchor, column, now);
      if (labelled.isPresent()) {
        return labelled;
      }
    }
    return Optional.empty();
  }

  private static List<Thing> column(String column, Sight now) {
    return now.finder()
        .all(Target.named(column), t -> t.hasWords() && t.text().length() < 40 && !t.isField());
  }

  private static Optional<String> cellUnder(Thing anchor, Thing head, Sight now) {
    return now.matching(t -> !t.own().isBlank() && t != anchor && t != head)
        .filter(t -> Rows.sameLine(t, anchor) && t.centerY() > head.centerY())
        .filter(t -> overlaps(t, head))
        .map(Thing::own)
        .findFirst();
  }

  private static boolean overlaps(Thing one, Thing other) {
    return one.box().x() < other.box().x() + other.box().width()
        && other.box().x() < one.box().x() + one.box().width();
  }

  /** "Phone: 123" in the card of somebody. */
  private static Optional<String> labelled(Thing anchor, String label, Sight now) {
    var card = Rows.around(anchor, now, t -> Texts.contains(t.own(), label));
    if (card == null) {
      return Optional.empty();
    }
    return card.all()
        .filter(t -> Texts.contains(t.own(), label))
        .findFirst()
        .flatMap(
            t ->
                t.own().matches("(?i).*" + Pattern.quote(label) + "\\W*\\s+\\S+.*")
                    ? Optional.of(
                        t.own().replaceFirst("(?i)^.*?" + Pattern.quote(label) + "\\W*\\s+", ""))
                    : next(t, now));
  }

  /** What stands to the right of, or else after, some words. */
  static Optional<String> neighbour(String words, Sight now) {
    return now
        .finder()
        .all(Target.named(words), t -> t.hasWords() && !t.isField() && t.text().length() < 80)
        .stream()
        .map(label -> next(label, now))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> next(Thing label, Sight now) {
    return now.matching(
            t ->
                t.order() > label.order()
                    && !t.isIn(label)
                    && (!t.own().isBlank() || t.isField() && !t.value().isBlank()))
        .filter(t -> Rows.sameLine(t, label) || t.centerY() > label.centerY())
        .findFirst()
        .map(t -> t.own().isBlank() ? t.value() : t.own());
  }
}
