package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Moves an entry where nothing is dragged: it is marked, a control called "Move" is pressed, in its
 * row or for all that is marked, and the place is picked from what comes up.
 */
final class MoveToJob implements Job {
  private static final Pattern MOVE =
      Pattern.compile(
          "(?i)^\\W*(?:move|transfer|file (?:in|under)|put in|assign|send"
              + " to|shift|folder)\\b.{0,16}$");
  private static final int MOST_WAITS = 3;

  private final String what;
  private final String where;
  private Set<Integer> before = Set.of();
  private boolean marked;
  private boolean opened;
  private boolean done;
  private int waits;

  MoveToJob(String what, String where) {
    this.what = what;
    this.where = where;
  }

  @Override
  public boolean fits(Sight now) {
    return entry(now).filter(t -> !isDraggable(t)).isPresent()
        && !controls(now).isEmpty()
        && now.matching(t -> t.tag().equals("select")).findAny().isEmpty();
  }

  @Override
  public Turn turn(Sight now) {
    if (done) {
      return Turn.done();
    }
    if (opened) {
      return pick(now);
    }
    var entry = entry(now);
    if (entry.isEmpty()) {
      return Turn.stuck("“" + what + "” is nowhere");
    }
    var own =
        Entry.around(controls(now)).stream()
            .filter(one -> one.part().all().anyMatch(t -> t == entry.get()))
            .findFirst();
    boolean single = controls(now).size() == 1;
    if (!marked && (single || own.isEmpty())) {
      marked = true;
      var box = box(entry.get());
      var reason = "“" + what + "” has to be marked first";
      return box.isPresent()
          ? Turn.act(new Action.Check(now.element(box.get()), true), reason)
          : Turn.press(now, entry.get(), reason);
    }
    var control =
        (single ? controls(now).stream().findFirst() : own.map(Entry::control))
            .filter(t -> !t.node().disabled());
    opened = true;
    before = now.refs();
    return control
        .map(t -> Turn.press(now, t, "it has to be moved"))
        .orElseGet(() -> Turn.stuck("nothing here moves it"));
  }

  /** The place, in what the control has brought up. */
  private Turn pick(Sight now) {
    var offered =
        Nesting.innermost(
            now.matching(t -> !t.takesText() && isCalled(t, where))
                .filter(t -> !before.contains(t.node().ref()) || t.role().startsWith("menuitem"))
                .toList());
    if (offered.isEmpty() && waits++ < MOST_WAITS) {
      return Turn.act(new Action.Await(java.time.Duration.ofMillis(250)), "the places may come");
    }
    done = true;
    return offered.stream()
        .findFirst()
        .map(t -> Turn.press(now, Handles.of(t, now), "it belongs there"))
        .orElseGet(() -> Turn.stuck("“" + where + "” is not offered"));
  }

  private static boolean isCalled(Thing thing, String name) {
    return Texts.same(thing.text(), name)
        || Texts.same(thing.text().replaceAll("\\s*\\(?\\d+\\)?$", ""), name);
  }

  private Optional<Thing> entry(Sight now) {
    return Nesting.innermost(
            now.matching(t -> Texts.same(t.text(), what) || Texts.same(t.own(), what)).toList())
        .stream()
        .findFirst();
  }

  /** The box in the smallest part of the page around it that has one. */
  private static Optional<Thing> box(Thing entry) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(entry), entry.around().limit(3))
        .map(part -> part.all().filter(t -> t.role().equals("checkbox")).toList())
        .filter(boxes -> !boxes.isEmpty())
        .findFirst()
        .filter(boxes -> boxes.size() == 1)
        .map(List::getFirst);
  }

  private static List<Thing> controls(Sight now) {
    return Nesting.innermost(
        now.matching(t -> t.isPressable() && !t.isField() && MOVE.matcher(t.label()).matches())
            .toList());
  }

  private static boolean isDraggable(Thing entry) {
    return java.util.stream.Stream.concat(entry.all(), entry.around())
        .anyMatch(t -> t.node().draggable());
  }
}
