package dev.hitlai.alignment.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a rule does to others and others to it, for whoever writes it. */
public final class Conflicts {
  private Conflicts() {}

  /**
   * Something the author should know.
   *
   * @param sentence with the other rule's name, when there is one
   */
  public record Note(Kind kind, String sentence) {
    /** What it is about. */
    public enum Kind {
      /** The condition never holds. */
      NEVER,
      /** The condition always holds. */
      ALWAYS,
      /** Another rule demands at least as much wherever this one fires. */
      SHADOWED,
      /** A rule of a higher level demands more: this one can't loosen it. */
      CANT_LOOSEN,
      /** The same condition, another consequence. */
      CONTRADICTS,
      /** From now on another rule changes nothing. */
      SHADOWS
    }
  }

  /**
   * What is to be said of a rule among others.
   *
   * @param others rules that are active; an earlier version of the rule itself is left out
   */
  public static List<Note> of(Rule rule, List<Rule> others) {
    var notes = new ArrayList<Note>();
    var condition = Conditions.read(rule.condition());
    if (Terms.never(condition)) {
      notes.add(new Note(Note.Kind.NEVER, "Its condition contradicts itself: it never fires."));
      return notes;
    }
    if (Terms.always(condition)) {
      notes.add(new Note(Note.Kind.ALWAYS, "Its condition always holds: it fires each time."));
    }
    for (var other : others) {
      if (!other.id().equals(rule.id())) {
        compare(rule, condition, other, notes);
      }
    }
    return notes;
  }

  private static void compare(Rule rule, Condition condition, Rule other, List<Note> notes) {
    var there = Conditions.read(other.condition());
    if (!condition.facts().equals(there.facts()) && !meet(condition, there)) {
      return;
    }
    boolean below = covers(other, rule) && Terms.implies(condition, there);
    boolean above = covers(rule, other) && Terms.implies(there, condition);
    var mine = rule.enforced();
    var its = other.enforced();
    if (below && above && mine != its) {
      boolean higher = other.level().compareTo(rule.level()) < 0;
      boolean looser = its.stricterThan(mine);
      notes.add(
          higher && looser
              ? cantLoosen(other, its, mine)
              : new Note(
                  Note.Kind.CONTRADICTS,
                  "“%s” (%s) has the same condition and asks for %s; the stricter of both holds."
                      .formatted(other.name(), other.level().label(), its.words())));
    } else if (below && its.stricterThan(mine) && other.level().compareTo(rule.level()) < 0) {
      notes.add(cantLoosen(other, its, mine));
    } else if (below && !mine.stricterThan(its)) {
      notes.add(
          new Note(
              Note.Kind.SHADOWED,
              "“%s” (%s) brings about %s wherever this one fires: this one changes nothing."
                  .formatted(other.name(), other.level().label(), its.words())));
    } else if (above && !its.stricterThan(mine)) {
      notes.add(
          new Note(
              Note.Kind.SHADOWS,
              "“%s” (%s) changes nothing any more: this one brings about %s wherever it fires."
                  .formatted(other.name(), other.level().label(), mine.words())));
    }
  }

  private static Note cantLoosen(Rule other, Effect its, Effect mine) {
    return new Note(
        Note.Kind.CANT_LOOSEN,
        "“%s” (%s) brings about %s there; a rule can tighten that and not loosen it to %s."
            .formatted(other.name(), other.level().label(), its.words(), mine.words()));
  }

  private static boolean meet(Condition one, Condition other) {
    for (var checkpoint : Checkpoint.values()) {
      if (one.askedAt(checkpoint) && other.askedAt(checkpoint)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a rule is asked wherever the other one is. */
  private static boolean covers(Rule wide, Rule narrow) {
    return (wide.companyId() == null || Objects.equals(wide.companyId(), narrow.companyId()))
        && (wide.testerId() == null || Objects.equals(wide.testerId(), narrow.testerId()))
        && (wide.platform() == null || Objects.equals(wide.platform(), narrow.platform()));
  }
}
