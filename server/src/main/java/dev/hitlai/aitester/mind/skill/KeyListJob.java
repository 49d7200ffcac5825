package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Steps through a list with the arrow keys, and looks after each stretch where it has got to. */
final class KeyListJob implements Job {
  private static final int MOST_STRETCHES = 6;
  private static final double ALIKE = 4;

  private final String entry;
  private int stretches;

  private KeyListJob(String entry) {
    this.entry = entry;
  }

  /** For the longest name of an entry that the words contain. */
  static Optional<Job> of(String words, Sight now) {
    return now.matching(KeyListJob::isEntry)
        .map(Thing::text)
        .filter(name -> Texts.contains(words, name))
        .max(Comparator.comparingInt(String::length))
        .map(KeyListJob::new);
  }

  private static boolean isEntry(Thing thing) {
    var list = thing.parent();
    return list != null
        && thing.hasWords()
        && !thing.isField()
        && !thing.role().matches("button|link|cell|gridcell|columnheader")
        && (thing.role().matches("option|menuitem.*|treeitem|tab|radio") || takesKeys(list))
        && list.children().size() > 1;
  }

  private static boolean takesKeys(Thing list) {
    return list.role().matches("listbox|menu|menubar|tree|grid|tablist|radiogroup")
        || list.control() != null;
  }

  @Override
  public Turn turn(Sight now) {
    var wanted = now.matching(KeyListJob::isEntry).filter(t -> t.text().equals(entry)).findFirst();
    var list = wanted.map(Thing::parent).orElse(null);
    if (list == null) {
      return Turn.stuck("“" + entry + "” is not in the list");
    }
    var entries = list.children().stream().filter(Thing::hasWords).toList();
    int goal = entries.indexOf(wanted.orElseThrow());
    int at = current(entries);
    if (at == goal) {
      return Turn.done();
    }
    if (stretches++ >= MOST_STRETCHES) {
      return Turn.stuck("the keys do not lead to “" + entry + "”");
    }
    return at < 0
        ? keys(now, list, key(entries, true), 1)
        : keys(now, list, key(entries, goal > at), Math.abs(goal - at));
  }

  private Turn keys(Sight now, Thing list, String key, int times) {
    return Turn.act(
        new Action.Keys(now.element(list), key, times), "“" + entry + "” is so far away");
  }

  private static String key(List<Thing> entries, boolean on) {
    boolean upright = Math.abs(entries.getFirst().centerY() - entries.getLast().centerY()) > ALIKE;
    return upright ? on ? "ArrowDown" : "ArrowUp" : on ? "ArrowRight" : "ArrowLeft";
  }

  /**
   * Where the list is: at what has the focus or is selected, else at what looks unlike the rest.
   */
  private static int current(List<Thing> entries) {
    var told =
        entries.stream()
            .filter(t -> t.node().focused() || Boolean.TRUE.equals(t.node().selected()))
            .toList();
    var marked = told.size() == 1 ? told.getFirst() : unlike(entries);
    return marked == null ? -1 : entries.indexOf(marked);
  }

  private static @Nullable Thing unlike(List<Thing> entries) {
    var looks =
        entries.stream()
            .collect(Collectors.groupingBy(t -> t.paint().fill() + "/" + t.paint().color()));
    return looks.size() != 2 || entries.size() < 3
        ? null
        : looks.values().stream()
            .filter(group -> group.size() == 1)
            .map(List::getFirst)
            .findFirst()
            .orElse(null);
  }
}
