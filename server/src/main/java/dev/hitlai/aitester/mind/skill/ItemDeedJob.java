package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.List;
import java.util.Optional;

/** Finds the entry, uses the button in its row, else marks it and uses the common button. */
final class ItemDeedJob implements Job {
  private static final int MOST_OPENINGS = 25;

  private final String deed;
  private final String name;
  private final Explorer explorer = new Explorer();
  private int openings;
  private boolean marked;
  private boolean done;

  ItemDeedJob(String deed, String name) {
    this.deed = deed;
    this.name = name;
  }

  /** There is a button of the deed, and the entry is shown or may be behind something. */
  @Override
  public boolean fits(Sight now) {
    return !buttons(now).isEmpty() && (entry(now).isPresent() || mayBeHidden(now));
  }

  private static boolean mayBeHidden(Sight now) {
    return new Explorer().likely(now).isPresent();
  }

  @Override
  public Turn turn(Sight now) {
    if (done) {
      return Turn.done();
    }
    var entry = entry(now);
    if (entry.isEmpty()) {
      return openings++ < MOST_OPENINGS
          ? explorer.reveal(now).orElseGet(() -> Turn.stuck("“" + name + "” is nowhere"))
          : Turn.stuck("“" + name + "” is nowhere");
    }
    var own = inRow(entry.get(), now);
    if (own.isPresent() || marked) {
      done = true;
      return own.or(() -> common(now))
          .map(t -> Turn.press(now, t, "it belongs to “" + name + "”"))
          .orElseGet(() -> Turn.stuck("nothing here can " + deed + " it"));
    }
    marked = true;
    return marking(entry.get(), name, now);
  }

  /** Ticks or presses it, so that what is done next is done with it. */
  static Turn marking(Thing entry, String name, Sight now) {
    var box =
        Units.choices(now).stream()
            .filter(unit -> unit.control().role().matches("checkbox|radio|option|switch"))
            .filter(unit -> Texts.contains(unit.words(), name))
            .findFirst();
    var reason = "“" + name + "” has to be marked first";
    if (box.isPresent() && box.get().control().role().matches("checkbox|radio")) {
      return Turn.act(new Action.Check(now.element(box.get().control()), true), reason);
    }
    return Turn.press(now, Handles.of(box.map(Units.Unit::control).orElse(entry), now), reason);
  }

  private Optional<Thing> entry(Sight now) {
    return now
        .finder()
        .all(Target.named(name), t -> t.hasWords() && t.text().length() < name.length() + 60)
        .stream()
        .filter(t -> Texts.contains(t.text(), name))
        .findFirst();
  }

  private List<Thing> buttons(Sight now) {
    return Units.doing(deed, now).stream().map(Units.Unit::control).toList();
  }

  /** The button in the part of the page that holds this entry and no other button of its kind. */
  private Optional<Thing> inRow(Thing entry, Sight now) {
    var units = Units.doing(deed, now);
    if (units.size() < 2) {
      return units.stream()
          .filter(unit -> isTogether(unit.control(), entry))
          .map(Units.Unit::control)
          .findFirst();
    }
    return units.stream()
        .filter(unit -> entry.isIn(unit.row()) || Texts.contains(unit.words(), name))
        .map(Units.Unit::control)
        .findFirst();
  }

  /** In the same small part of the page, with nothing else like the entry in it. */
  static boolean isTogether(Thing button, Thing entry) {
    var parent = entry.parent();
    for (var at = entry; at.parent() != null && !at.tag().equals("body"); at = at.parent()) {
      var item = at;
      long like =
          at.parent().children().stream()
              .filter(t -> t.tag().equals(item.tag()) && t.hasWords())
              .count();
      if (button.isIn(at)) {
        return true;
      }
      if (like > 1) {
        return false;
      }
    }
    return parent == null || button.isIn(parent);
  }

  private Optional<Thing> common(Sight now) {
    var buttons = buttons(now);
    return buttons.isEmpty() ? Optional.empty() : Optional.of(buttons.getLast());
  }
}
