package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings the entries of a list into order, an entry at a time. */
final class SortJob implements Job {
  private static final int MOST_MOVES = 40;
  private static final String GREATEST =
      "(?:highest|largest|biggest|greatest|heaviest|longest|oldest|latest)";

  private final boolean falling;
  private int moves;
  private @Nullable MoveJob moving;

  private SortJob(boolean falling) {
    this.falling = falling;
  }

  static Optional<Job> of(String clause, Sight now) {
    boolean falling =
        clause.matches(
            "(?i).*\\b(?:"
                + GREATEST
                + "\\b[^,.;]{0,24}\\b(?:at|on|in) (?:the )?(?:very"
                + " )?(?:top|start|beginning|front|left|first)|(?:begin|start)(?:ning|ing)?"
                + " (?:with|from|at) (?:the )?"
                + GREATEST
                + "|"
                + GREATEST
                + "(?: \\p{L}+)? (?:first|comes"
                + " first|to)|descending|decreasing|reverse|(?:large|largest|high|big|biggest)"
                + " (?:first|to)|from (?:the"
                + " )?(?:largest|highest|greatest|large|high|big|biggest)|backwards|highest"
                + " (?:first|to))\\b.*");
    return list(now).size() > 1
            && clause.matches(
                "(?i).*\\b(?:numbers?|list|items?|cards?|words?|names?|boxes|entries|letters?|tiles?)\\b.*")
        ? Optional.of(new SortJob(falling))
        : Optional.empty();
  }

  /** The longest list of short entries. */
  private static List<Thing> list(Sight now) {
    return now.matching(
            t ->
                t.hasWords()
                    && t.own().length() < 30
                    && !t.own().isBlank()
                    && !t.role().equals("button")
                    && !t.isField())
        .map(ItemList::around)
        .max(Comparator.comparingInt(List::size))
        .orElse(List.of());
  }

  @Override
  public Turn turn(Sight now) {
    if (moving != null) {
      var turn = moving.turn(now);
      if (!(turn instanceof Turn.Done)) {
        return turn;
      }
      moving = null;
    }
    var shown = list(now).stream().map(SortJob::key).toList();
    var wanted = new ArrayList<>(shown);
    wanted.sort(falling ? order().reversed() : order());
    for (int i = 0; i < shown.size() && moves++ < MOST_MOVES; i++) {
      if (!shown.get(i).equals(wanted.get(i))) {
        moving = MoveJob.to(wanted.get(i), i + 1);
        return moving.turn(now);
      }
    }
    return Turn.done();
  }

  private static String key(Thing entry) {
    return entry.own().isBlank()
        ? entry.all().map(Thing::own).filter(words -> !words.isBlank()).findFirst().orElse("")
        : entry.own();
  }

  private static Comparator<String> order() {
    return (one, other) -> {
      double a = Texts.amount(one);
      double b = Texts.amount(other);
      return Double.isNaN(a) || Double.isNaN(b)
          ? one.compareToIgnoreCase(other)
          : Double.compare(a, b);
    };
  }
}
