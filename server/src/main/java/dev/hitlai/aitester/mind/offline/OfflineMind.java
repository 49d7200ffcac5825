package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.StepRecord;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.action.Outcome;
import dev.hitlai.aitester.mind.Decision;
import dev.hitlai.aitester.mind.Decision.Observation;
import dev.hitlai.aitester.mind.Mind;
import dev.hitlai.aitester.mind.Mood;
import dev.hitlai.aitester.mind.SubGoal;
import dev.hitlai.aitester.mind.choice.Noise;
import dev.hitlai.aitester.mind.goal.Goal;
import dev.hitlai.aitester.mind.goal.GoalParser;
import dev.hitlai.aitester.mind.human.Feelings;
import dev.hitlai.aitester.mind.human.Feelings.Event;
import dev.hitlai.aitester.mind.scent.Embeddings;
import dev.hitlai.aitester.mind.scent.Eyes;
import dev.hitlai.aitester.mind.scent.Scent;
import dev.hitlai.aitester.mind.scent.Similarity;
import dev.hitlai.aitester.mind.skill.Instruction;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A simulated user: takes the mission's goals one after the other, follows scent where there is
 * nothing better to do, and stops when a person would. Deterministic by its seed.
 */
public final class OfflineMind implements Mind {
  private static final int MOST_WAITS = 2;
  private static final int MOST_REPETITIONS = 2;

  /** A flick of the wheel belongs to the click; further down one scrolls and looks again. */
  private static final double SCROLL_WORTH_A_STEP = 0.9;

  private static final String IN_VIEW = " is in view now";

  private final Persona persona;
  private final String mission;
  private final Pursuits ways;
  private List<Pursuit> pursuits;
  private Progress progress;
  private final Eyes eyes;
  private final Scent scent;
  private final Forager forager;
  private final LastResorts lastResorts = new LastResorts();
  private final Memory memory = new Memory();
  private final Feelings feelings;
  private final Pace pace;
  private final Overlooking overlooking;
  private PageView lastSeen;
  private boolean anySeen;
  private int waits;
  private double aimedScent;

  public OfflineMind(String mission, Persona persona, int maxSteps, long seed) {
    var similarity = new Similarity(Embeddings.shared());
    var noise = new Noise(seed * 31 + persona.name().hashCode());
    this.persona = persona;
    eyes = new Eyes(persona, noise);
    scent = new Scent(similarity, eyes);
    forager = new Forager(noise);
    feelings = new Feelings(persona, noise);
    pace = new Pace(persona);
    overlooking = new Overlooking(similarity);
    this.mission = mission;
    ways = new Pursuits(similarity, persona, eyes, noise, maxSteps);
    pursuits = List.of();
    progress = new Progress(List.of());
    goAfter(GoalParser.parse(mission));
    lastSeen = Progress.NOTHING_SEEN;
  }

  private void goAfter(List<Goal> goals) {
    pursuits = goals.stream().map(ways::of).toList();
    progress = new Progress(goals);
  }

  @Override
  public Decision decide(PageView page) {
    var now = new Situation(page, persona, eyes, memory);
    if (!anySeen) {
      anySeen = true;
      if (new Instruction(mission, persona).isPlain(page)) {
        goAfter(List.of(Goal.following(mission)));
      }
      memory.arrive(PageReading.address(page.url()));
    }
    lastSeen = page;
    var move = move(now);
    return pace.decision(move, progress.currentText(), page);
  }

  private Move move(Situation now) {
    if (PageReading.isLoading(now.page()) && waits < MOST_WAITS) {
      waits++;
      return Move.of(new Action.Await(Duration.ofSeconds(1)), "the page is still loading", 0);
    }
    var obstacle = insists() ? Optional.<Move>empty() : Obstacles.dismiss(now);
    if (obstacle.isPresent()) {
      return obstacle.get();
    }
    advance(now);
    if (progress.isDone()) {
      return Move.of(new Action.Finish(progress.summary()), progress.summary(), 1);
    }
    if (feelings.enough()) {
      return giveUp(now, feelings.complaint());
    }
    return towardsGoal(now);
  }

  private boolean insists() {
    return !progress.isDone() && pursuit().insists();
  }

  /** Goals that are reached already are ticked off, in order. */
  private void advance(Situation now) {
    while (!progress.isDone()) {
      if (pursuit() instanceof InstructionPursuit instruction) {
        instruction.leftOver(now.page()).ifPresent(left -> goAfter(GoalParser.parse(left)));
      }
      var why = pursuit().reached(now);
      if (why.isEmpty()) {
        return;
      }
      progress.reached(why.get());
      feelings.feel(Event.GOAL_REACHED);
      memory.newGoal();
    }
  }

  private Pursuit pursuit() {
    return pursuits.get(progress.current());
  }

  private Move towardsGoal(Situation now) {
    var move =
        aimed(now)
            .or(
                () ->
                    lastResorts.isSearching()
                        ? lastResorts.searchOn(now, pursuit().searchWords())
                        : Optional.empty())
            .or(() -> pursuit().next(now))
            .filter(candidate -> !isWornOut(candidate, now))
            .or(() -> forage(now))
            .filter(candidate -> !isWornOut(candidate, now))
            .or(() -> lastResort(now))
            .filter(candidate -> !isWornOut(candidate, now));
    return move.map(found -> noticeOverlooked(found, now))
        .map(found -> scrollFirst(found, now))
        .orElseGet(
            () ->
                giveUp(now, feelings.enough() ? feelings.complaint() : "nothing here leads to it"));
  }

  private Optional<Move> forage(Situation now) {
    var query = pursuit().query();
    return query.isBlank()
        ? Optional.empty()
        : forager.forage(now, query, element -> similarity(element, now));
  }

  private double similarity(Element element, Situation now) {
    return pursuit().weigh(element, scent.of(pursuit().query(), element), now);
  }

  private Optional<Move> lastResort(Situation now) {
    feelings.feel(Event.LOST);
    memory.lookAgain();
    return feelings.enough()
        ? Optional.empty()
        : lastResorts.next(now, pursuit(), element -> similarity(element, now));
  }

  private boolean isWornOut(Move move, Situation now) {
    return !pursuit().insists()
        && (memory.timesWithoutEffect(now.key(), move.action()) >= MOST_REPETITIONS
            || memory.times(now.key(), move.action()) > MOST_REPETITIONS);
  }

  /** What was aimed at before scrolling is pressed now. */
  private Optional<Move> aimed(Situation now) {
    var aim = memory.aim();
    if (aim == null) {
      return Optional.empty();
    }
    memory.aimAt(null);
    return now.usable().stream()
        .filter(element -> Memory.option(element).equals(aim))
        .findFirst()
        .map(element -> Move.click(element, "\"" + element.label() + "\"" + IN_VIEW, aimedScent));
  }

  /** People who see scroll to what they want to press. */
  private Move scrollFirst(Move move, Situation now) {
    if (!(move.action() instanceof Action.Click click)
        || persona.usesScreenReader()
        || persona.keyboardOnly()
        || click.target().look().inViewport()
        || click.target().box().isEmpty()
        || pursuit().insists()
        || move.reason().endsWith(IN_VIEW)) {
      return move;
    }
    var view = now.page().viewport();
    var distance = (int) (click.target().box().centerY() - view.scrollY() - view.height() / 2.0);
    if (Math.abs(distance) < SCROLL_WORTH_A_STEP * view.height()) {
      return move;
    }
    memory.aimAt(Memory.option(click.target()));
    aimedScent = move.scent();
    var scroll =
        move.instead(
            new Action.Scroll(distance),
            "\"" + click.target().label() + "\" is further along the page");
    return distance > 2 * view.height()
        ? scroll.noticing(List.of(farBelow(click.target())))
        : scroll;
  }

  private static Observation farBelow(Element target) {
    var option = new Decision.Option(target.label(), target.selector(), 0);
    return new Observation(
        Observation.Kind.BELOW_THE_FOLD,
        "\"" + target.label() + "\" stands far below the fold",
        List.of(option));
  }

  private Move noticeOverlooked(Move move, Situation now) {
    return move.noticing(overlooking.notice(now, pursuit().query()));
  }

  private Move giveUp(Situation now, String why) {
    progress.abandon();
    var sentence =
        "gave up at \"%s\" on the page \"%s\": %s"
            .formatted(progress.currentText(), now.page().title(), why);
    var observations = new ArrayList<Observation>();
    observations.add(new Observation(Observation.Kind.GAVE_UP, sentence, List.of()));
    return Move.of(new Action.GiveUp(sentence), sentence, 0).noticing(observations);
  }

  @Override
  public void learn(StepRecord step, PageView after) {
    var before = lastSeen;
    var key = PageReading.key(before);
    memory.did(key, step.action());
    if (step.action() instanceof Action.Click click) {
      memory.choose(key, click.target());
    }
    switch (step.outcome().kind()) {
      case NAVIGATED -> moved(step, before, after);
      case CHANGED -> feelings.feel(isFieldWork(step.action()) ? Event.FIELD_DONE : Event.EFFORT);
      case NOTHING -> hadNoEffect(step.action(), key);
      case ERROR -> {
        memory.hadNoEffect(key, step.action());
        feelings.feel(Event.ERROR);
      }
    }
    step.outcome().incidents().forEach(this::feel);
    var stillAiming = step.action() instanceof Action.Scroll && memory.aim() != null;
    if (!progress.isDone() && !stillAiming) {
      pursuit().learn(step, before, after);
    }
  }

  private void moved(StepRecord step, PageView before, PageView after) {
    waits = 0;
    feelings.feel(Event.EFFORT);
    if (step.action() instanceof Action.Back) {
      memory.wentBack();
      feelings.feel(Event.BACKTRACK);
    } else {
      memory.leave(
          PageReading.key(before),
          PageReading.address(before.url()),
          Progress.targetOf(step.action()));
    }
    memory.arrive(PageReading.address(after.url()));
  }

  private void hadNoEffect(Action action, String key) {
    switch (action) {
      case Action.Click ignored -> {
        memory.hadNoEffect(key, action);
        // told to press it, a person does and goes on, whether or not anything is to be seen of it
        feelings.feel(pursuit().insists() ? Event.EFFORT : Event.DEAD_CLICK);
      }
      case Action.Await ignored -> feelings.feel(Event.WAIT);
      case Action.Scroll ignored -> feelings.feel(Event.EFFORT);
      case Action.Type ignored -> feelings.feel(Event.FIELD_DONE);
      default -> {
        memory.hadNoEffect(key, action);
        feelings.feel(Event.EFFORT);
      }
    }
  }

  private static boolean isFieldWork(Action action) {
    return action instanceof Action.Type
        || action instanceof Action.Select
        || action instanceof Action.Check;
  }

  private void feel(Outcome.Incident incident) {
    switch (incident.kind()) {
      case SLOW_RESPONSE -> feelings.feel(Event.WAIT);
      case NEW_TAB, LAYOUT_SHIFT, DIALOG, DOWNLOAD, FOCUS_LOST -> feelings.feel(Event.SURPRISE);
      case INPUT_LOST -> feelings.feel(Event.INPUT_LOST);
      case PAGE_HUNG, BROWSER_CRASHED -> feelings.feel(Event.ERROR);
      case CONSOLE_ERROR, REQUEST_FAILED, HOST_NOT_ALLOWED -> {}
    }
  }

  @Override
  public Mood mood() {
    return feelings.mood();
  }

  @Override
  public List<SubGoal> subGoals() {
    return progress.subGoals();
  }

  @Override
  public String engine() {
    return "offline";
  }
}
