package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.page.PageView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mission that says literally what to do on the page, followed clause by clause. Stateful, for
 * one mission.
 */
public final class Instruction {
  private static final int MOST_COVERS = 3;

  /** What to do next, and why. */
  public record Step(Action action, String reason) {}

  private final String mission;
  private final Persona persona;
  private final Notes notes = new Notes();
  private Clauses ahead;
  private @Nullable Job job;
  private final Clauses whole;
  private Clauses begun;
  private boolean general;
  private boolean errandTried;
  private int uncovered;
  private final Completion completion = new Completion();
  private final Interruption interruption = new Interruption();
  private final SecondThoughts second;
  private boolean wholeTried;
  private String doing = "";
  private String trouble = "";

  public Instruction(String mission, Persona persona) {
    this.mission = mission;
    this.persona = persona;
    second = new SecondThoughts(mission);
    ahead = Clauses.of(mission);
    whole = ahead;
    begun = ahead;
    doing = ahead.isEmpty() ? "" : ahead.plain(ahead.first());
  }

  /** Whether the mission says literally what to do on this page, so that it is simply followed. */
  public boolean isPlain(PageView page) {
    return new Plainness(mission, whole).is(Sight.of(page, persona, mission, new Notes()));
  }

  /** The next step; empty when everything is done or it can't go on. */
  public Optional<Step> next(PageView page) {
    var now = Sight.of(page, persona, mission, notes);
    notes.see(now.lines());
    var cover = uncovered >= MOST_COVERS ? Optional.<Thing>empty() : Cover.over(now, mission);
    uncovered = cover.isPresent() ? uncovered + 1 : MOST_COVERS;
    if (cover.isPresent()) {
      return Optional.of(
          new Step(new Action.Click(now.element(cover.get())), "everything is under it"));
    }
    var between = interruption.turn(now, mission);
    return between.isPresent()
        ? between.map(act -> new Step(act.action(), act.reason()))
        : work(now);
  }

  private Optional<Step> work(Sight now) {
    var released = second.release(told(), now);
    if (released.isPresent()) {
      return Optional.of(step(released.get(), now));
    }
    while (job != null || !ahead.isEmpty()) {
      if (job == null && !begin(now)) {
        if (ahead.isEmpty()) {
          break;
        }
        if (tryWhole(now)) {
          continue;
        }
        return Optional.empty();
      }
      switch (turn(now)) {
        case Turn.Act act -> {
          notes.move();
          return Optional.of(step(second.before(act, told(), now), now));
        }
        case Turn.Done _ -> job = null;
        case Turn.Stuck stuck -> {
          if (!tryOtherwise(now) && !tryWhole(now)) {
            trouble = stuck.why();
            return Optional.empty();
          }
        }
      }
    }
    return end(now);
  }

  /** All clauses are followed: what is seen now tells whether that was all. */
  private Optional<Step> end(Sight now) {
    if (second.isIdle() && tryWhole(now)) {
      return work(now); // nothing was done at all
    }
    var more = second.after(whole, now);
    if (more.isPresent()) {
      completion.reopen();
      return more.map(act -> step(act, now));
    }
    var last = completion.turn(now, mission).map(act -> second.before(act, whole, now));
    last.ifPresent(act -> second.note(act.action(), now));
    return last.map(act -> new Step(act.action(), act.reason()));
  }

  private Step step(Turn.Act act, Sight now) {
    completion.note(act.action());
    interruption.note(act.action(), now);
    second.note(act.action(), now);
    return new Step(act.action(), act.reason());
  }

  /** What of the mission is under way or done. */
  private Clauses told() {
    int count = Math.max(0, whole.texts().size() - ahead.texts().size());
    return new Clauses(whole.texts().subList(0, count), whole.quotations());
  }

  /** Takes what is left as one request where its clauses can't be followed one by one. */
  private boolean tryWhole(Sight now) {
    var errand = new ErrandJob(Errand.of(second.isIdle() ? mission : left()));
    boolean leads =
        Explorer.leadsOn(now)
            || Openers.next(now, Errand.of(mission).wish(now), java.util.Set.of()).isPresent();
    if (wholeTried || !errand.fits(now) && !leads) {
      return false;
    }
    wholeTried = true;
    begun = ahead;
    ahead = ahead.after(ahead.texts().size());
    job = errand;
    return true;
  }

  /** Goes by the words alone where what they seemed to ask for can't be done. */
  private boolean tryOtherwise(Sight now) {
    if (job instanceof ErrandJob) {
      job = null;
      ahead = begun;
      return true;
    }
    var other = general ? Optional.<Skill.Assignment>empty() : Skills.general(begun, now);
    general = true;
    other.ifPresent(
        assignment -> {
          job = assignment.job();
          ahead = begun.after(assignment.clauses());
        });
    return other.isPresent();
  }

  private Turn turn(Sight now) {
    return job == null ? Turn.done() : job.turn(now);
  }

  /** A request made as to a person is taken as a whole, before its clauses are. */
  private boolean beginErrand(Sight now) {
    if (errandTried
        || !Errand.mayBe(mission)
        || Errand.isCarrying(mission, now)
        || isParticular(now)
        || Relay.isAsked(mission)
        || Errand.isStepByStep(mission)) {
      return false;
    }
    errandTried = true;
    var errand = new ErrandJob(Errand.of(mission));
    if (!errand.fits(now)
        && (!Errand.isFree(mission)
            || Skills.particular(ahead, now).filter(one -> one.job().fits(now)).isPresent())) {
      return false;
    }
    begun = ahead;
    ahead = ahead.after(ahead.texts().size());
    general = false;
    job = errand;
    return true;
  }

  /** There is a skill for just these words; people's own words are seldom meant so exactly. */
  private boolean isParticular(Sight now) {
    var exact =
        Errand.isFree(mission)
            ? Skills.exact(ahead, now)
            : Skills.particular(ahead, now).or(() -> Skills.exact(ahead, now));
    return exact.filter(one -> one.job().fits(now)).isPresent();
  }

  private boolean begin(Sight now) {
    if (ahead == whole && beginErrand(now)) {
      return true;
    }
    var assignment = Skills.read(ahead, now);
    if (assignment.isEmpty()
        && ahead.texts().size() > 1
        && !Clauses.startsWithVerb(ahead.first())) {
      pass(); // nothing to do
      return begin(now);
    }
    if (assignment.isEmpty() && !Clauses.startsWithVerb(ahead.first()) && begun != ahead) {
      pass();
      return false;
    }
    if (assignment.isEmpty()) {
      trouble = "“" + ahead.plain(ahead.first()) + "” is not understood";
      return false;
    }
    doing = ahead.plain(ahead.first());
    begun = ahead;
    general = false;
    ahead.texts().stream()
        .limit(assignment.get().clauses())
        .forEach(c -> notes.say(ahead.plain(c)));
    ahead = ahead.after(assignment.get().clauses());
    job = assignment.get().job();
    return true;
  }

  /** Leaves out a remark. */
  private void pass() {
    notes.say(ahead.plain(ahead.first()));
    notes.tell(ahead.plain(ahead.first()));
    notes.fill(false);
    ahead = ahead.after(1);
  }

  /** Everything is done. */
  public boolean isDone() {
    return job == null && ahead.isEmpty();
  }

  /** Why it can't go on, empty while it can. */
  public String trouble() {
    return trouble;
  }

  /** The clause that is being followed. */
  public String doing() {
    return doing;
  }

  /** What is left of the mission, the clause under way included. */
  public String left() {
    return job == null ? ahead.plain(ahead.rest()) : doing + ". " + ahead.plain(ahead.rest());
  }
}
