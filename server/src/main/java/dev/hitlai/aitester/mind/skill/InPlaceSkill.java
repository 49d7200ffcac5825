package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.mind.scent.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * "The price of pears has gone up: change it to 8.40": a cell that becomes a field when pressed.
 */
final class InPlaceSkill implements Skill {
  private static final Pattern CHANGING =
      Pattern.compile(
          "(?is).*\\b(?:change|set|correct|update|edit|replace|rename|should (?:be|read|say)|must"
              + " be|raise|lower|make|fix|put|enter|adjust)\\b.*");

  private static final Pattern REFERRING =
      Pattern.compile("(?i)^\\w+ (?:it|that|this|the (?:value|cell|entry|number|price))\\b.*");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    boolean told =
        Wish.of(ahead, 1).mentions().isEmpty() && REFERRING.matcher(ahead.at(1)).matches();
    int clauses = told ? 2 : 1;
    var wish = Wish.of(ahead, clauses);
    if (!CHANGING.matcher(wish.words()).matches() || wish.mentions().isEmpty()) {
      return Optional.empty();
    }
    var value = wish.mentions().getLast();
    return cell(wish, value, now)
        .flatMap(cell -> Assignment.of(new EditJob(cell.node().ref(), value.text()), clauses));
  }

  /** Where the row and the column cross that the words speak of. */
  private static Optional<Thing> cell(Wish wish, Mention value, Sight now) {
    var said = Words.concepts(wish.words().substring(0, value.start()));
    record Cell(Thing thing, double fit) {}
    return now.matching(t -> t.isLeaf() && t.hasWords() && t.text().length() < 60 && isCell(t))
        .filter(t -> Words.concepts(t.text()).stream().noneMatch(said::contains))
        .map(t -> new Cell(t, row(t, said) + column(t, said, now)))
        .filter(cell -> cell.fit() >= 2)
        .max(Comparator.comparingDouble(Cell::fit))
        .map(Cell::thing);
  }

  private static boolean isCell(Thing thing) {
    return thing.tag().equals("td")
        || thing.role().contains("cell")
        || thing.around().limit(2).anyMatch(t -> t.tag().equals("td"));
  }

  private static double row(Thing cell, java.util.Set<String> said) {
    var row = cell.nearest(t -> t.tag().equals("tr") || t.role().equals("row"));
    return row != null
            && row.children().stream()
                .anyMatch(t -> Words.concepts(t.text()).stream().anyMatch(said::contains))
        ? 1
        : 0;
  }

  private static double column(Thing cell, java.util.Set<String> said, Sight now) {
    return now.matching(t -> t.tag().equals("th") || t.role().equals("columnheader"))
            .filter(
                t ->
                    Math.abs(t.box().x() - cell.box().x()) < 12
                        || Math.abs(t.centerX() - cell.centerX()) < 12)
            .anyMatch(t -> Words.concepts(t.text()).stream().anyMatch(said::contains))
        ? 1
        : 0;
  }

  /** Presses once, then twice, until there is a field; Enter keeps what is typed. */
  static final class EditJob implements Job {
    private final int ref;
    private final String value;
    private int moves;
    private boolean typed;

    EditJob(int ref, String value) {
      this.ref = ref;
      this.value = value;
    }

    @Override
    public Turn turn(Sight now) {
      if (typed) {
        boolean open = moves++ < 5 && inside(now).filter(f -> f.value().equals(value)).isPresent();
        return open ? end(now) : Turn.done();
      }
      var field = inside(now);
      if (field.isPresent()) {
        typed = true;
        moves = 0;
        return Turn.act(new Action.Type(now.element(field.get()), value), "this is the new value");
      }
      var cell = now.again(ref);
      if (cell.isEmpty() || moves++ > 2) {
        return Turn.stuck("the value can't be changed where it stands");
      }
      return moves == 1 && !saysTwice(now)
          ? Turn.press(now, cell.get(), "it may become a field")
          : Turn.act(
              new Action.Gesture(now.element(cell.get()), Action.Gesture.Kind.TWICE, 0.5, 0.5),
              "it may become a field");
    }

    private static boolean saysTwice(Sight now) {
      return now.lines().stream().anyMatch(line -> line.matches("(?i).*\\bdouble[- ]click.*"));
    }

    private Optional<Thing> inside(Sight now) {
      var cell = now.again(ref);
      return cell.isEmpty()
          ? now.fields().stream().filter(f -> f.takesText() && f.node().focused()).findFirst()
          : cell.get().all().filter(Thing::takesText).findFirst();
    }

    private Turn end(Sight now) {
      moves = 6;
      var keep =
          List.of("save", "ok", "apply", "✓", "✔").stream()
              .map(word -> Commit.named(word, now))
              .flatMap(Optional::stream)
              .findFirst();
      return keep.filter(t -> now.lines().stream().noneMatch(l -> l.matches("(?i).*\\benter\\b.*")))
          .map(t -> Turn.press(now, t, "the new value has to be kept"))
          .orElseGet(() -> Turn.act(new Action.Press("Enter"), "the new value has to be kept"));
    }
  }
}
