package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Drag Bo to the bottom right", "into the centre": a place of a grid of like things. */
final class CornerJob implements Job {
  private static final Pattern PLACE =
      Pattern.compile(
          "(?i)^(?:the )?(?:(top|upper|bottom|lower|middle|cent(?:er|re))[-"
              + " ]?(left|right|middle|cent(?:er|re))?|(left|right)[-"
              + " ](top|bottom|middle|cent(?:er|re)))(?:[-"
              + " ](?:corner|cell|square|position|place|spot|slot|of the (?:grid|board|page)))*$");

  private final String who;
  private final String row;
  private final String column;
  private boolean done;

  private CornerJob(String who, String row, String column) {
    this.who = who;
    this.row = row;
    this.column = column;
  }

  static Optional<Job> of(String who, String where, Sight now) {
    var place = PLACE.matcher(where.strip());
    if (!place.matches()) {
      return Optional.empty();
    }
    boolean turned = place.group(3) != null;
    var row = turned ? place.group(4) : place.group(1);
    var column = turned ? place.group(3) : place.group(2);
    if (column == null && !row.matches("(?i)middle|cent.*")) {
      return Optional.empty(); // "the top" of a list
    }
    var job = new CornerJob(who, row, column == null ? "middle" : column);
    return job.fits(now) ? Optional.of(job) : Optional.empty();
  }

  @Override
  public boolean fits(Sight now) {
    return entry(now).isPresent() && Peers.rows(list(now)).size() > 1;
  }

  @Override
  public Turn turn(Sight now) {
    var entry = entry(now);
    var rows = Peers.rows(list(now));
    if (done || entry.isEmpty() || rows.isEmpty()) {
      return done ? Turn.done() : Turn.stuck("“" + who + "” is in no grid");
    }
    done = true;
    var goal = at(at(rows, row), column);
    var item = list(now).stream().filter(t -> entry.get().isIn(t)).findFirst().orElse(entry.get());
    return goal == item
        ? Turn.done()
        : Turn.act(
            new Action.Drag(
                now.element(item),
                now.element(goal),
                beyond(item.centerX(), goal.centerX()),
                beyond(item.centerY(), goal.centerY())),
            "it belongs there");
  }

  /** A little past the middle, so that what lies there gives way. */
  private static double beyond(double from, double to) {
    return Math.abs(from - to) < 4 ? 0.5 : from < to ? 0.75 : 0.25;
  }

  private static <T> T at(List<T> list, String place) {
    return switch (place.toLowerCase(Locale.ROOT)) {
      case "top", "upper", "left" -> list.getFirst();
      case "bottom", "lower", "right" -> list.getLast();
      default -> list.get(list.size() / 2);
    };
  }

  private List<Thing> list(Sight now) {
    return entry(now).map(ItemList::around).orElse(List.of());
  }

  private Optional<Thing> entry(Sight now) {
    return now.finder().find(Target.named(who), Thing::hasWords);
  }
}
