package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Marks all that is meant, and does with them what a common button is for. */
final class TickSetJob implements Job {
  private static final int MOST = 60;

  private final SetPhrase phrase;
  private final boolean on;
  private final String deed;
  private final Set<Integer> pressed = new HashSet<>();
  private Set<Integer> members = Set.of();
  private int moves;
  private boolean done;

  /**
   * @param deed what to do with them when all are marked, empty for nothing more
   */
  TickSetJob(SetPhrase phrase, boolean on, String deed) {
    this.phrase = phrase;
    this.on = on;
    this.deed = deed;
  }

  @Override
  public Turn turn(Sight now) {
    var units = Units.choices(now);
    if (moves++ == 0) {
      members = refs(phrase.of(units));
    }
    if (done || moves > MOST) {
      return Turn.done();
    }
    for (var unit : units) {
      boolean meant = members.contains(unit.control().node().ref());
      if ((meant || phrase.only()) && isOther(unit, meant == on)) {
        pressed.add(unit.control().node().ref());
        return set(unit, meant == on, now);
      }
    }
    return finish(now);
  }

  private boolean isOther(Units.Unit unit, boolean wanted) {
    return !pressed.contains(unit.control().node().ref())
        && (unit.isKnown() ? unit.isOn() != wanted : wanted);
  }

  private static Turn set(Units.Unit unit, boolean wanted, Sight now) {
    var control = unit.control();
    var reason = "\"" + unit.label() + "\" has to be " + (wanted ? "on" : "off");
    return control.role().matches("checkbox|switch|radio") && control.node().checked() != null
        ? Turn.act(new Action.Check(now.element(control), wanted), reason)
        : Turn.press(now, control, reason);
  }

  private Turn finish(Sight now) {
    done = true;
    return deed.isEmpty()
        ? Turn.done()
        : Units.doing(deed, now).stream()
            .findFirst()
            .map(unit -> Turn.press(now, unit.control(), "all that is meant is marked"))
            .orElseGet(Turn::done);
  }

  private static Set<Integer> refs(List<Units.Unit> units) {
    var refs = new HashSet<Integer>();
    units.forEach(unit -> refs.add(unit.control().node().ref()));
    return refs;
  }
}
