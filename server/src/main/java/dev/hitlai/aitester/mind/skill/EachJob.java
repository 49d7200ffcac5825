package dev.hitlai.aitester.mind.skill;

import java.util.HashSet;
import java.util.Set;

/** Presses the control for a deed in the row of each that is meant. */
final class EachJob implements Job {
  private static final int MOST = 40;

  private final SetPhrase phrase;
  private final String deed;
  private final Set<String> done = new HashSet<>();
  private final Set<String> members = new HashSet<>();
  private int presses;

  EachJob(SetPhrase phrase, String deed) {
    this.phrase = phrase;
    this.deed = deed;
  }

  @Override
  public Turn turn(Sight now) {
    var asked = Confirmations.agree(now, deed);
    if (presses > 0 && asked.isPresent()) {
      return asked.get();
    }
    var units = Units.doing(deed, now);
    if (presses == 0) {
      phrase.of(units).forEach(this::keep);
    }
    if (presses++ >= MOST) {
      return Turn.done();
    }
    return units.stream()
        .filter(unit -> members.contains(ref(unit)) || members.contains(unit.words()))
        .filter(unit -> done.add(ref(unit)))
        .findFirst()
        .map(unit -> Turn.press(now, unit.control(), "all that is meant has to go so"))
        .orElseGet(Turn::done);
  }

  /** Drawn anew, a row is known by its words. */
  private void keep(Units.Unit unit) {
    members.add(ref(unit));
    if (unit.words().length() > 12) {
      members.add(unit.words());
    }
  }

  private static String ref(Units.Unit unit) {
    return String.valueOf(unit.control().node().ref());
  }
}
