package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** "Copy the pattern on the right into the boxes": squares that are set as an example shows. */
final class PatternSkill implements Skill {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)^(?:draw|copy|reproduce|make|tick|set|fill|paint|recreate|repeat|match|mirror|build|show|check|colou?r|rebuild)\\b.*\\b(?:example|pattern|picture|sample|model|template|drawing|shape"
              + " on the (?:left|right)|as shown|the same)\\b.*");
  private static final int FEWEST = 6;

  /** The squares to set and those of the example, in the same order. */
  private record Pair(List<Thing> own, List<Thing> example) {}

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    return ASKED.matcher(ahead.plain(ahead.first())).matches() && pair(now).isPresent()
        ? Assignment.of(new CopyJob())
        : Optional.empty();
  }

  private static Optional<Pair> pair(Sight now) {
    var grids = grids(now);
    return grids.stream()
        .filter(own -> own.stream().allMatch(PatternSkill::isUsable))
        .flatMap(
            own ->
                grids.stream()
                    .filter(other -> other != own && isAlike(own, other) && hasTwoLooks(other))
                    .map(other -> new Pair(own, other)))
        .findFirst();
  }

  private static boolean isUsable(Thing square) {
    return square.isPressable() && !square.node().disabled();
  }

  /** Groups of small things of one kind in rows of one length, as they are read. */
  private static List<List<Thing>> grids(Sight now) {
    Map<String, List<Thing>> kinds = new HashMap<>();
    now.matching(t -> t.isLeaf() && t.text().length() < 2 && t.area() < 4000 && t.area() > 16)
        .forEach(t -> kinds.computeIfAbsent(kind(t), key -> new ArrayList<>()).add(t));
    return kinds.values().stream()
        .filter(group -> group.size() >= FEWEST)
        .map(Peers::rows)
        .filter(rows -> rows.size() > 1)
        .filter(rows -> rows.stream().allMatch(row -> row.size() == rows.getFirst().size()))
        .map(rows -> rows.stream().flatMap(List::stream).toList())
        .toList();
  }

  /** Squares in the same part of the page, at most one level of rows apart. */
  private static String kind(Thing thing) {
    var row = thing.parent();
    var place = row == null || row.parent() == null ? row : isRow(row) ? row.parent() : row;
    return thing.tag() + (place == null ? "" : place.node().ref()) + thing.node().disabled();
  }

  private static boolean isRow(Thing row) {
    var above = row.parent();
    return above != null
        && above.children().stream().filter(t -> t.tag().equals(row.tag())).count() > 1
        && Rows.sameLine(row.children().getFirst(), row.children().getLast());
  }

  private static boolean isAlike(List<Thing> one, List<Thing> other) {
    return one.size() == other.size() && Peers.rows(one).size() == Peers.rows(other).size();
  }

  private static boolean hasTwoLooks(List<Thing> squares) {
    return squares.stream().map(PatternSkill::look).distinct().count() == 2;
  }

  private static String look(Thing square) {
    return square.node().checked() != null
        ? square.node().checked().toString()
        : square.paint().fill() + "|" + square.text();
  }

  /** What is ticked, written on, not like the squares that are still empty, or dark. */
  private static boolean isOn(Thing square, Pair pair) {
    if (square.node().checked() != null) {
      return square.node().checked();
    }
    var other =
        pair.example().stream()
            .filter(t -> !look(t).equals(look(square)))
            .findFirst()
            .orElseThrow();
    if (!square.text().equals(other.text()) && square.text().isEmpty() != other.text().isEmpty()) {
      return !square.text().isEmpty();
    }
    var empty = pair.own().getFirst().paint().fill();
    return square.paint().fill().equals(empty) || other.paint().fill().equals(empty)
        ? !square.paint().fill().equals(empty)
        : Comparator.comparingDouble(Colors::brightness)
                .compare(square.paint().fill(), other.paint().fill())
            < 0;
  }

  /** Sets one square after the other. */
  private static final class CopyJob implements Job {
    private final Set<Integer> pressed = new HashSet<>();
    private List<Integer> wanted = List.of();
    private boolean looked;

    @Override
    public Turn turn(Sight now) {
      if (!looked) {
        looked = true;
        wanted = pair(now).map(CopyJob::wanted).orElse(List.of());
      }
      return wanted.stream()
          .filter(pressed::add)
          .flatMap(ref -> now.again(ref).stream())
          .findFirst()
          .map(
              t ->
                  t.node().checked() != null
                      ? Turn.act(new Action.Check(now.element(t), true), "the example has it so")
                      : Turn.press(now, t, "the example has it so"))
          .orElseGet(Turn::done);
    }

    private static List<Integer> wanted(Pair pair) {
      var refs = new ArrayList<Integer>();
      for (int i = 0; i < pair.own().size(); i++) {
        if (isOn(pair.example().get(i), pair)) {
          refs.add(pair.own().get(i).node().ref());
        }
      }
      return refs;
    }
  }
}
