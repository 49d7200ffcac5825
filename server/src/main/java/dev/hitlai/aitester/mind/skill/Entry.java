package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One of several like things on a page: a row, a card, a line of a list.
 *
 * @param part all of it
 * @param control what was looked for in it, or it itself
 * @param words all that it says
 * @param cells what stands under which head, for a row of a table that has heads
 */
record Entry(Thing part, Thing control, String words, Map<String, String> cells) {
  private static final Pattern YES =
      Pattern.compile("(?i)\\W*(?:yes|y|true|included|available)\\W*|[✓✔☑●]");
  private static final Pattern NO =
      Pattern.compile(
          "(?i)\\W*(?:no|n|none|false|not included|not available|unavailable)\\W*|[✗✘✕×–—-]");
  private static final Pattern DENIED =
      Pattern.compile("(?i)\\b(?:no|without|not|excluding|except)\\s+(?:\\w+ )?\\p{L}+");

  static Entry of(Thing part, Thing control, String words) {
    return new Entry(part, control, words, cells(part));
  }

  /** The concepts it speaks of: what it denies is left out, what it ticks is said by the head. */
  Set<String> concepts() {
    var affirmed = DENIED.matcher(words).replaceAll(" ");
    var concepts = new HashSet<>(Words.concepts(affirmed));
    Texts.wholeNumbers(words).forEach(concepts::add);
    cells.forEach(
        (head, cell) -> {
          if (YES.matcher(cell).matches()) {
            concepts.addAll(Words.concepts(head));
          } else if (NO.matcher(cell).matches()) {
            concepts.removeAll(Words.concepts(head));
          }
        });
    return concepts;
  }

  /** Says plainly that it lacks something. */
  boolean denies(Set<String> wanted) {
    boolean inCell =
        cells.entrySet().stream()
            .filter(cell -> NO.matcher(cell.getValue()).matches())
            .anyMatch(cell -> Words.concepts(cell.getKey()).stream().anyMatch(wanted::contains));
    return inCell
        || DENIED
            .matcher(words)
            .results()
            .anyMatch(match -> Words.concepts(match.group()).stream().anyMatch(wanted::contains));
  }

  private static Map<String, String> cells(Thing part) {
    var row = part.nearest(t -> t.tag().equals("tr") || t.role().equals("row"));
    var table =
        row == null
            ? null
            : row.nearest(t -> t.tag().equals("table") || t.role().matches("table|grid"));
    if (row == null || table == null) {
      return Map.of();
    }
    var heads =
        table
            .all()
            .filter(t -> t.tag().equals("tr") || t.role().equals("row"))
            .filter(t -> t != row && t.children().stream().allMatch(Entry::isHead))
            .findFirst();
    var cells = new LinkedHashMap<String, String>();
    heads.ifPresent(head -> pair(head.children(), row.children(), cells));
    return cells;
  }

  private static boolean isHead(Thing cell) {
    return cell.tag().equals("th") || cell.role().equals("columnheader");
  }

  private static void pair(List<Thing> heads, List<Thing> row, Map<String, String> cells) {
    for (var cell : row) {
      heads.stream()
          .filter(head -> Math.abs(head.box().x() - cell.box().x()) < 8)
          .findFirst()
          .ifPresent(head -> cells.put(head.text(), said(cell)));
    }
  }

  private static String said(Thing cell) {
    return cell.hasWords()
        ? cell.text()
        : cell.all().map(Thing::label).filter(l -> !l.isBlank()).findFirst().orElse("");
  }

  /** The like things of the page, each kind a list: children of one parent that are built alike. */
  static List<List<Entry>> listings(Sight now) {
    var listings = new ArrayList<List<Entry>>();
    for (var parent : now.things()) {
      var kinds = new LinkedHashMap<String, List<Thing>>();
      for (var child : parent.children()) {
        if (isEntry(child)) {
          kinds.computeIfAbsent(child.tag() + child.role(), key -> new ArrayList<>()).add(child);
        }
      }
      kinds.values().stream()
          .filter(kind -> kind.size() > 1)
          .map(kind -> kind.stream().map(t -> of(t, t, wordsOf(t))).toList())
          .forEach(listings::add);
    }
    return listings;
  }

  /** The part of the page around each of some like controls that holds no other of them. */
  static List<Entry> around(List<Thing> controls) {
    return controls.stream()
        .map(
            control -> {
              var part = control;
              for (var up = control.parent(); up != null; up = up.parent()) {
                var wider = up;
                if (controls.stream().anyMatch(other -> other != control && other.isIn(wider))) {
                  break;
                }
                part = wider;
              }
              return of(part, control, wordsOf(part));
            })
        .toList();
  }

  private static boolean isEntry(Thing thing) {
    return !wordsOf(thing).isBlank()
        && !thing.tag().matches("h[1-6]|p|td|th|label|form|option|thead|tbody|input|select|script")
        && !(thing.tag().equals("tr") && thing.children().stream().allMatch(Entry::isHead))
        && !thing.isField();
  }

  static String wordsOf(Thing part) {
    return part.all()
        .map(
            t ->
                t.own().isBlank() && t.text().isBlank()
                    ? t.node().name() + " " + t.value()
                    : t.own())
        .map(String::strip)
        .filter(text -> !text.isBlank())
        .distinct()
        .reduce("", (one, other) -> one.isEmpty() ? other : one + " · " + other);
  }
}
