package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The nth of a list that may go on over several pages. */
final class ResultJob implements Job {
  private static final Pattern NEXT =
      Pattern.compile("(?i)^(?:next(?: page)?\\s*[>›»→]?|>|›|»|→|older|more results|load more)$");
  private static final int MOST_PAGES = 12;

  private final int wanted;
  private int before;
  private int pages;
  private int page = 1;
  private boolean pressed;
  private List<Integer> counted = List.of();

  ResultJob(int wanted) {
    this.wanted = wanted;
  }

  @Override
  public Turn turn(Sight now) {
    if (pressed) {
      return Turn.done();
    }
    var results = results(now);
    if (!refs(results).equals(counted) || pages == 0) {
      counted = refs(results);
    }
    int index = wanted < 0 ? results.size() - 1 : wanted - before - 1;
    if (index >= 0 && index < results.size()) {
      pressed = true;
      return Turn.press(now, results.get(index), "it is the result asked for");
    }
    before += results.size();
    page++;
    return pages++ < MOST_PAGES
        ? next(now).orElseGet(() -> Turn.stuck("there are only " + before + " results"))
        : Turn.stuck("there are too many pages");
  }

  private static List<Integer> refs(List<Thing> things) {
    return things.stream().map(t -> t.node().ref()).toList();
  }

  private Optional<Turn> next(Sight now) {
    return now.matching(t -> (t.isPressable() || t.isLeaf()) && !t.isField())
        .filter(
            t -> NEXT.matcher(t.text()).matches() || t.node().name().matches("(?i)next(?: page)?"))
        .findFirst()
        .or(
            () ->
                now.matching(t -> t.text().equals(String.valueOf(page)) && t.isPressable())
                    .findFirst())
        .map(t -> Turn.press(now, t, "the result is on a later page"));
  }

  /** The longest row of like things that can be pressed: the links of the list. */
  private static List<Thing> results(Sight now) {
    Map<String, List<Thing>> kinds = new LinkedHashMap<>();
    for (var thing : now.things()) {
      if (thing.isPressable()
          && thing.hasWords()
          && !thing.isField()
          && !isPager(thing)
          && !thing.role().equals("button")) {
        kinds.computeIfAbsent(kind(thing), k -> new ArrayList<>()).add(thing);
      }
    }
    var lists = kinds.values().stream().map(Nesting::innermost).toList();
    return lists.stream()
        .max(Comparator.comparingInt(List::size))
        .filter(list -> !list.isEmpty())
        .orElseGet(() -> headings(now));
  }

  private static List<Thing> headings(Sight now) {
    return now.matching(t -> t.tag().equals("li") || t.role().equals("listitem")).toList();
  }

  private static boolean isPager(Thing thing) {
    return NEXT.matcher(thing.text()).matches()
        || thing.text().matches("\\d{1,3}|(?i)[<‹«←]|prev(?:ious)?.*");
  }

  private static String kind(Thing thing) {
    var parent = thing.parent();
    return thing.tag()
        + "|"
        + Math.round(thing.box().x())
        + "|"
        + Math.round(thing.paint().size())
        + "|"
        + (parent == null ? "" : parent.tag());
  }
}
