package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.page.PageView;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mission that says literally what to do on the page, followed clause by clause. Stateful, for
 * one mission.
 */
public final class Instruction {
  /** Words for what is on a page, or for using it: who says them speaks of the page at hand. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "(?i)\\b(?:click|press|tap|tick|untick|uncheck|checkbox|check ?boxes|textbox|text"
              + " (?:box|field|area)|text ?area|drop-?down|slider|spinner|scroll list|date"
              + " ?picker|drag|focus|paste|highlight|expand|collapse|submit|dialog|pop-?up|terminal|radio"
              + " button|type|button|tab|upload)\\b");

  /** Missions that are about a purpose, whatever the page. */
  private static final Pattern PURPOSE =
      Pattern.compile(
          "(?i)^(?:please )?(?:buy|purchase|order (?!\\d|by|the (?:list|numbers))|find out(?! the"
              + " (?:secret|hidden|right|unknown|correct)\\b)|compare|sign up|register|create an"
              + " account|contact|subscribe|unsubscribe|get in touch|look"
              + " around|explore|browse|check ?out|how(?! many)|where|learn|write"
              + " to)\\b|\\b(?:add|put)\\b.{2,60}\\b(?:cart|basket|bag)\\b|\\bcheck ?out\\b");

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
  private String doing = "";
  private String trouble = "";

  public Instruction(String mission, Persona persona) {
    this.mission = mission;
    this.persona = persona;
    ahead = Clauses.of(mission);
    whole = ahead;
    begun = ahead;
    doing = ahead.isEmpty() ? "" : ahead.plain(ahead.first());
  }

  /** Whether the mission says literally what to do on this page, so that it is simply followed. */
  public boolean isPlain(PageView page) {
    var now = Sight.of(page, persona, mission, new Notes());
    if (ahead.isEmpty()
        || PURPOSE.matcher(mission.strip()).find()
            && !isAllHere(now)
            && !(isSelfContained(now) && (givesValues(now) || isSpelledOut(now)))) {
      return false;
    }
    if (Cover.over(now, mission).isPresent()) {
      return true;
    }
    if (isSelfContained(now)) {
      return true;
    }
    if (Errand.isFree(mission)
        && Errand.mayBe(mission)
        && !Errand.isCarrying(mission, now)
        && isShort(now)
        && new ErrandJob(Errand.of(mission)).fits(now)) {
      return true;
    }
    var all = Skills.read(ahead, now).filter(one -> one.job().fits(now));
    var assignment = all.isPresent() ? all : Skills.read(withoutRemarks(), now);
    return assignment.isPresent()
        && (LITERAL.matcher(mission).find()
            || isShort(now) && (assignment.get().job().fits(now) || now.things().size() < 120));
  }

  /** A purpose whose every part can be done on this one page is followed like an instruction. */
  private boolean isAllHere(Sight now) {
    var rest = ahead;
    while (!rest.isEmpty()) {
      var assignment = Skills.read(rest, now);
      if (assignment.isEmpty() || !assignment.get().job().fits(now)) {
        return false;
      }
      rest = rest.after(assignment.get().clauses());
    }
    return isShort(now) && now.things().size() < 120;
  }

  /** A small page that leads nowhere else: what is asked for is asked of this page. */
  private static boolean isSelfContained(Sight now) {
    return isShort(now)
        && now.things().size() < 250
        && now.page().elements().stream()
            .allMatch(e -> e.link() == null || e.link().href().contains("#"));
  }

  /** It says what to fill in, and the page has a place for it. */
  private boolean givesValues(Sight now) {
    var wish = Wish.of(ahead, ahead.texts().size());
    int placed = Matching.of(wish, Slots.of(now)).placed().size();
    boolean leadsOn = Commit.find(now, mission).filter(Commit::isStep).isPresent();
    return wish.mentions().size() > 1 && (placed > 1 || placed > 0 && leadsOn);
  }

  /** So many of this and of that, or just these and those, which the page has controls for. */
  private boolean isSpelledOut(Sight now) {
    return new QuantitySkill()
        .read(ahead, now)
        .or(() -> new OnlySkill().read(ahead, now))
        .isPresent();
  }

  private Clauses withoutRemarks() {
    var rest = ahead;
    while (rest.texts().size() > 1 && !Clauses.startsWithVerb(rest.first())) {
      rest = rest.after(1);
    }
    return rest;
  }

  /** A page that one takes in at a glance is what the words are about. */
  private static boolean isShort(Sight now) {
    return now.things().size() < 400
        && now.page().viewport().pageHeight() <= 1.5 * now.page().viewport().height();
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
    while (job != null || !ahead.isEmpty()) {
      if (job == null && !begin(now)) {
        if (ahead.isEmpty()) {
          break;
        }
        return Optional.empty();
      }
      switch (turn(now)) {
        case Turn.Act act -> {
          completion.note(act.action());
          interruption.note(act.action(), now);
          notes.move();
          return Optional.of(new Step(act.action(), act.reason()));
        }
        case Turn.Done _ -> job = null;
        case Turn.Stuck stuck -> {
          if (!tryOtherwise(now)) {
            trouble = stuck.why();
            return Optional.empty();
          }
        }
      }
    }
    return completion.turn(now, mission).map(act -> new Step(act.action(), act.reason()));
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
