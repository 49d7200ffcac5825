package dev.hitlai.aitester.mind.skill;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** "In the bottom left corner", "third from the right in the lower row", "directly above Thai". */
final class Places {
  private static final String ORDINAL =
      "\\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|next"
          + " to last|last but one|second to last";
  private static final Pattern CORNER =
      Pattern.compile(
          "(?i)\\b(top|upper|bottom|lower)[-"
              + " ](left|right|middle|cent(?:er|re))\\b|\\b(?:left|right) (?:top|bottom)\\b");
  private static final Pattern MIDDLE =
      Pattern.compile("(?i)\\b(?:in|at|of) the (?:very |exact )?(?:middle|cent(?:er|re))\\b");
  private static final Pattern FROM =
      Pattern.compile(
          "(?i)\\b("
              + ORDINAL
              + ")\\b(?: [\\p{L}-]+){0,3}? (?:counted |counting |as seen )?(?:from|on) the"
              + " (left|right|top|bottom|end|back|start|beginning|front)\\b");
  private static final Pattern ROW =
      Pattern.compile(
          "(?i)\\b(upper|lower|top|bottom|middle|" + ORDINAL + ") (row|line|column)\\b");
  private static final Pattern NUMBERED =
      Pattern.compile("(?i)\\b(row|column) (?:number )?(\\d{1,2})\\b");
  private static final Pattern EDGE =
      Pattern.compile(
          "(?i)\\b(leftmost|rightmost|topmost|uppermost|bottommost|lowermost|far left|far"
              + " right|furthest (?:to the )?(?:left|right))\\b");
  private static final Pattern NTH =
      Pattern.compile("(?i)\\b(" + ORDINAL + ")\\b(?! (?:row|line|column))");
  private static final Pattern RELATION =
      Pattern.compile(
          "(?i)^(.*?)\\b(?:that is |which is |standing |sitting |lying )?(?:directly |immediately"
              + " |right(?= (?:above|below|under|over|beneath|next|after|before)) ?|just |exactly"
              + " )*(above|below|beneath|underneath|under|over|(?:to |on )?(?:the )?left(?:-hand"
              + " side)? of|(?:to |on )?(?:the )?right(?:-hand side)? of|between|after|before)"
              + " (?:the )?(.+)$");

  private Places() {}

  /**
   * The thing at the place that the words tell; empty when they tell none.
   *
   * @param words plain words behind the verb
   */
  static Optional<Thing> find(String words, Sight now) {
    return related(words, now).or(() -> placed(words, now));
  }

  private static Optional<Thing> placed(String words, Sight now) {
    boolean speaks =
        List.of(CORNER, MIDDLE, FROM, ROW, NUMBERED, EDGE).stream()
            .anyMatch(pattern -> pattern.matcher(words).find());
    var group = speaks ? group(words, now) : List.<Thing>of();
    return group.size() < 2 ? Optional.empty() : at(words, group);
  }

  /** The like things that are spoken of. */
  private static List<Thing> group(String words, Sight now) {
    if (Looks.speaksIn(words)) {
      var drawn = Looks.all(words, now);
      if (drawn.size() > 1) {
        return drawn;
      }
    }
    var groups = Peers.groups(now);
    Predicate<List<Thing>> buttons = g -> g.stream().allMatch(t -> t.role().equals("button"));
    var wanted =
        words.matches("(?i).*\\bbuttons?\\b.*") ? groups.stream().filter(buttons).toList() : groups;
    return (wanted.isEmpty() ? groups : wanted)
        .stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
  }

  private static Optional<Thing> at(String words, List<Thing> group) {
    var rows = Peers.rows(group);
    var corner = CORNER.matcher(words);
    if (corner.find()) {
      var said = corner.group().toLowerCase(Locale.ROOT);
      var row = said.matches(".*\\b(?:top|upper)\\b.*") ? rows.getFirst() : rows.getLast();
      return inRow(said, row);
    }
    if (MIDDLE.matcher(words).find() && !ROW.matcher(words).find()) {
      return inRow("middle", rows.get(rows.size() / 2));
    }
    return inLine(words, line(words, rows).orElse(group));
  }

  private static Optional<Thing> inRow(String side, List<Thing> row) {
    return Optional.of(
        side.contains("left")
            ? row.getFirst()
            : side.contains("right") ? row.getLast() : row.get(row.size() / 2));
  }

  /** The row or column that is spoken of, both when a cell is. */
  private static Optional<List<Thing>> line(String words, List<List<Thing>> rows) {
    var lines = rows;
    Optional<List<Thing>> found = Optional.empty();
    for (var match : ROW.matcher(words).results().toList()) {
      int index =
          index(
              match.group(1),
              match.group(2).equalsIgnoreCase("column") ? width(lines) : lines.size());
      lines = cut(lines, match.group(2), index);
      found = Optional.of(lines.stream().flatMap(List::stream).toList());
    }
    for (var match : NUMBERED.matcher(words).results().toList()) {
      lines = cut(lines, match.group(1), Integer.parseInt(match.group(2)) - 1);
      found = Optional.of(lines.stream().flatMap(List::stream).toList());
    }
    return found.filter(line -> !line.isEmpty());
  }

  private static int width(List<List<Thing>> rows) {
    return rows.stream().mapToInt(List::size).max().orElse(0);
  }

  private static List<List<Thing>> cut(List<List<Thing>> rows, String kind, int index) {
    if (kind.equalsIgnoreCase("column")) {
      return rows.stream()
          .filter(row -> index >= 0 && index < row.size())
          .map(row -> List.of(row.get(index)))
          .toList();
    }
    return index >= 0 && index < rows.size() ? List.of(rows.get(index)) : List.of();
  }

  private static int index(String word, int count) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "upper", "top" -> 0;
      case "lower", "bottom" -> count - 1;
      case "middle" -> count / 2;
      case "next to last", "last but one", "second to last" -> count - 2;
      default -> {
        int ordinal = Texts.ordinal(word).orElse(1);
        yield ordinal < 0 ? count - 1 : ordinal - 1;
      }
    };
  }

  private static Optional<Thing> inLine(String words, List<Thing> line) {
    if (line.size() == 1) {
      return Optional.of(line.getFirst());
    }
    var from = FROM.matcher(words);
    var edge = EDGE.matcher(words);
    if (edge.find()) {
      return extreme(edge.group().toLowerCase(Locale.ROOT), line);
    }
    if (from.find()) {
      boolean vertical = from.group(2).matches("(?i)top|bottom");
      var order = vertical ? Comparator.comparingDouble(Thing::centerY) : reading();
      boolean back = from.group(2).matches("(?i)right|bottom|end|back");
      return pick(line, back ? order.reversed() : order, index(from.group(1), line.size()));
    }
    var nth = NTH.matcher(words);
    return nth.find() ? pick(line, reading(), index(nth.group(1), line.size())) : Optional.empty();
  }

  private static Comparator<Thing> reading() {
    return Comparator.comparingDouble((Thing t) -> Math.round(t.centerY() / 12))
        .thenComparingDouble(Thing::centerX);
  }

  private static Optional<Thing> extreme(String edge, List<Thing> line) {
    var order =
        edge.matches(".*(?:left|right).*")
            ? Comparator.comparingDouble(Thing::centerX)
            : Comparator.comparingDouble(Thing::centerY);
    boolean last = edge.matches(".*(?:right|bottom|lower).*");
    return last ? line.stream().max(order) : line.stream().min(order);
  }

  private static Optional<Thing> pick(List<Thing> line, Comparator<Thing> order, int index) {
    var sorted = line.stream().sorted(order).toList();
    return index >= 0 && index < sorted.size() ? Optional.of(sorted.get(index)) : Optional.empty();
  }

  private static Optional<Thing> related(String words, Sight now) {
    var relation = RELATION.matcher(words);
    if (!relation.matches()) {
      return Optional.empty();
    }
    return Neighbours.find(relation.group(1), relation.group(2), relation.group(3), now);
  }
}
