package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.page.Element;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the simulated person remembers of the way so far. Sets and maps are only asked, never run
 * through.
 */
final class Memory {
  /** A page on the way and the mean scent of what was left behind on it. */
  record Stop(String page, String address, double meanWithoutFollowed, String followed) {}

  private final Deque<Stop> way = new ArrayDeque<>();
  private final Set<String> chosen = new HashSet<>();
  private final Set<String> failed = new HashSet<>();
  private final Set<String> visited = new HashSet<>();
  private final Set<String> seenOptions = new HashSet<>();
  private final Map<String, Integer> fruitless = new HashMap<>();
  private final Map<String, Integer> done = new HashMap<>();
  private final Set<String> searched = new HashSet<>();
  private int looks = 1;
  private @Nullable String target;
  private @Nullable Stop considered;

  /** A new goal: places count as unseen again; what has no effect still has none. */
  void newGoal() {
    chosen.clear();
    failed.clear();
    visited.clear();
    searched.clear();
    done.clear();
    looks = 1;
    target = null;
  }

  /** Who has found nothing looks more carefully. */
  void lookAgain() {
    looks++;
  }

  /** How many times options were looked at for this goal, at least once. */
  int looks() {
    return looks;
  }

  static String option(Element element) {
    var link = element.link();
    return element.role()
        + "|"
        + element.label()
        + "|"
        + (link == null ? element.selector() : link.href());
  }

  void choose(String page, Element element) {
    chosen.add(place(page, element));
  }

  boolean hasChosen(String page, Element element) {
    return chosen.contains(place(page, element));
  }

  /** What is in menu, head and foot is the same thing on every page. */
  private static String place(String page, Element element) {
    return PageReading.isContent(element.context().landmark())
        ? page + "|" + option(element)
        : element.role() + "|" + element.label() + "|" + element.context().landmark();
  }

  /** What following this option would leave behind, should it lead to another page. */
  void consider(Stop stop) {
    considered = stop;
  }

  /** The page was left by acting on this element. */
  void leave(String page, String address, Optional<Element> followed) {
    var option = followed.map(Memory::option).orElse("");
    var stop = considered;
    considered = null;
    way.push(
        stop != null && stop.followed().equals(option) ? stop : new Stop(page, address, 0, option));
  }

  Optional<Stop> previous() {
    return Optional.ofNullable(way.peek());
  }

  /** Back on the previous page: what was followed there has failed. */
  void wentBack() {
    var stop = way.poll();
    if (stop != null) {
      failed.add(stop.followed());
    }
  }

  boolean hasFailed(Element element) {
    return failed.contains(option(element));
  }

  void arrive(String address) {
    visited.add(address);
  }

  boolean hasVisited(String address) {
    return visited.contains(address);
  }

  /** Whether the option was met for the first time; what stands on every page is met once. */
  boolean meet(Element element) {
    return seenOptions.add(option(element));
  }

  void hadNoEffect(String page, Action action) {
    fruitless.merge(page + "|" + key(action), 1, Integer::sum);
  }

  /** Counts what is done, so that nobody does the same for ever. */
  void did(String page, Action action) {
    done.merge(page + "|" + key(action), 1, Integer::sum);
  }

  int times(String page, Action action) {
    return done.getOrDefault(page + "|" + key(action), 0);
  }

  int timesWithoutEffect(String page, Action action) {
    return fruitless.getOrDefault(page + "|" + key(action), 0);
  }

  private static String key(Action action) {
    return switch (action) {
      case Action.Click click -> "click " + click.target().selector();
      case Action.Type type -> "type " + type.target().selector() + type.text();
      case Action.Select select -> "select " + select.target().selector() + select.option();
      case Action.Check check -> "check " + check.target().selector() + check.checked();
      case Action.Hover hover -> "hover " + hover.target().selector();
      case Action.Press press -> "press " + press.key();
      case Action.Keys keys -> "keys " + keys.target().selector() + keys.key();
      case Action.Gesture gesture -> gesture.describe() + gesture.target().selector();
      case Action.Drag drag -> "drag " + drag.source().selector() + drag.target().selector();
      case Action.Mark mark -> "mark " + mark.target().selector() + mark.passage();
      case Action.Scroll scroll -> "scroll " + Integer.signum(scroll.pixels());
      case Action.Back ignored -> "back";
      case Action.Await ignored -> "wait";
      case Action.Open open -> "open " + open.address();
      case Action.Finish ignored -> "finish";
      case Action.GiveUp ignored -> "give up";
    };
  }

  /** True the first time for these words. */
  boolean search(String words) {
    return searched.add(words.toLowerCase(java.util.Locale.ROOT));
  }

  boolean hasSearched(String words) {
    return searched.contains(words.toLowerCase(java.util.Locale.ROOT));
  }

  /** What the person has decided on and is scrolling to. */
  void aimAt(@Nullable String selector) {
    target = selector;
  }

  @Nullable String aim() {
    return target;
  }
}
