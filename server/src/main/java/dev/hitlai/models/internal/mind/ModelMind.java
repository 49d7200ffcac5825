package dev.hitlai.models.internal.mind;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.StepRecord;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.action.Outcome;
import dev.hitlai.aitester.mind.Decision;
import dev.hitlai.aitester.mind.Decision.Observation;
import dev.hitlai.aitester.mind.Mind;
import dev.hitlai.aitester.mind.Mood;
import dev.hitlai.aitester.mind.SubGoal;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A simulated user whose judgement is a model's. Habits stay those of the built-in engine: how it
 * fills forms, what it never presses, how it feels and when it has had enough. Where it would
 * choose by scent and isn't sure, the model ranks what the page offers; when there is no answer,
 * the habit is what happens.
 */
final class ModelMind implements Mind {
  /** So sure is a person who reads just what they look for: there is nothing to think about. */
  private static final double SURE = 0.9;

  private static final int MOST_IDENTICAL = 3;
  private static final double CHOSEN_SCENT = 0.8;
  private static final int SHORTEST_PROOF = 8;
  private static final int REMEMBERED_STEPS = 5;

  private final String mission;
  private final Persona persona;
  private final Supplier<Mind> builtIn;
  private final Thinking thinking;
  private final DecisionCache cache;
  private final List<String> plan;
  private Mind habits;
  private final Map<String, Integer> withoutEffect = new HashMap<>();
  private final Map<String, Integer> visits = new HashMap<>();
  private final List<String> steps = new ArrayList<>();
  private int reached;
  private boolean rescued;
  private boolean filling;
  private boolean done;
  private @Nullable String lastPlace;
  private int chosen;

  /**
   * @param builtIn makes the mind whose habits it has
   * @param plan steps of the mission; empty when nobody planned
   */
  ModelMind(
      String mission,
      Persona persona,
      Supplier<Mind> builtIn,
      Thinking thinking,
      DecisionCache cache,
      List<String> plan) {
    this.mission = mission;
    this.persona = persona;
    this.builtIn = builtIn;
    this.thinking = thinking;
    this.cache = cache;
    this.plan = List.copyOf(plan);
    habits = builtIn.get();
  }

  @Override
  public Decision decide(PageView page) {
    lastPlace = null;
    var habit = habits.decide(page);
    var decision = isOpen(habit, page) ? choose(page, habit).orElse(habit) : habit;
    if (timesWithoutEffect(page, decision.action()) >= MOST_IDENTICAL) {
      decision = another(page, habit);
    }
    done = decision.action() instanceof Action.Finish;
    return decision;
  }

  /** Whether there is something to choose; a form that is being filled is sent by habit. */
  private boolean isOpen(Decision habit, PageView page) {
    return switch (habit.action()) {
      case Action.Click click -> !filling && (habit.scent() < SURE || isWorn(page, click.target()));
      case Action.Scroll _, Action.Back _ -> true;
      case Action.GiveUp _ -> !rescued && habits.mood().patience() > 0;
      case Action.Type _,
          Action.Select _,
          Action.Check _,
          Action.Press _,
          Action.Keys _,
          Action.Gesture _,
          Action.Drag _,
          Action.Mark _,
          Action.Hover _,
          Action.Await _,
          Action.Open _,
          Action.Finish _ ->
          false;
    };
  }

  private Optional<Decision> choose(PageView page, Decision habit) {
    var words = mission + " " + goal(habit);
    var choices = Choices.of(page, persona, words, habit, element -> isWorn(page, element));
    if (choices.size() == 0) {
      return Optional.empty();
    }
    String base = Place.of(page);
    String place = base + " | " + visits.merge(base, 1, Integer::sum);
    var remembered = remembered(place, page, habit, choices);
    if (remembered.isPresent()) {
      lastPlace = place;
      return remembered;
    }
    return thinking
        .choose(
            Wording.choice(persona),
            Wording.question(mission, plan, reached),
            history() + PageDigest.of(page, choices, words))
        .map(answer -> Choice.of(answer.text(), choices, answer.version()))
        .flatMap(
            choice -> {
              cache.keep(place, choice.kept(), choice.version());
              lastPlace = place;
              return carriedOut(choice, page, habit, choices);
            });
  }

  private Optional<Decision> remembered(
      String place, PageView page, Decision habit, Choices choices) {
    var kept = cache.find(place).map(Choice::read);
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    var choice = kept.get();
    boolean stands =
        choice.picks().isEmpty()
            || choices
                .like(choice.picks().getFirst().role(), choice.picks().getFirst().label())
                .isPresent();
    if (!stands) {
      return Optional.empty();
    }
    thinking.remembered(choice.version());
    return carriedOut(choice, page, habit, choices).or(() -> Optional.of(habit));
  }

  private Optional<Decision> carriedOut(
      Choice choice, PageView page, Decision habit, Choices choices) {
    chosen++;
    reached = Math.max(reached, Math.min(choice.reached(), plan.size()));
    if (isProven(choice.proof(), page)) {
      reached = plan.size();
      return Optional.of(
          decision(
              new Action.Finish("the page says \"" + choice.proof() + "\""),
              choice,
              habit,
              List.of()));
    }
    if (choice.back()) {
      return Optional.of(decision(new Action.Back(), choice, habit, List.of()));
    }
    var elements =
        choice.picks().stream()
            .flatMap(pick -> choices.like(pick.role(), pick.label()).stream())
            .distinct()
            .toList();
    if (elements.isEmpty()) {
      return Optional.empty();
    }
    if (habit.action() instanceof Action.GiveUp) {
      rescued = true;
      habits = builtIn.get(); // The old one has given up and stays that way.
    }
    return Optional.of(decision(new Action.Click(elements.getFirst()), choice, habit, elements));
  }

  /** Done is what the page shows, not what a model says. */
  private static boolean isProven(String proof, PageView page) {
    String wanted = words(proof);
    return wanted.length() >= SHORTEST_PROOF
        && (page.texts().stream().anyMatch(block -> words(block.text()).contains(wanted))
            || page.headings().stream().anyMatch(one -> words(one.text()).contains(wanted)));
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private Decision decision(Action action, Choice choice, Decision habit, List<Element> ranked) {
    var options =
        ranked.stream()
            .map(e -> new Decision.Option(e.label(), e.selector(), CHOSEN_SCENT))
            .toList();
    boolean gaveUp = habit.action() instanceof Action.GiveUp;
    var observations = new ArrayList<Observation>(gaveUp ? List.of() : habit.observations());
    noticed(choice, options).ifPresent(observations::add);
    return new Decision(
        action,
        goal(habit),
        choice.why().isBlank() ? habit.reason() : Choices.cut(choice.why(), 200),
        CHOSEN_SCENT,
        habit.predictedSeconds(),
        options,
        observations);
  }

  private static Optional<Observation> noticed(Choice choice, List<Decision.Option> options) {
    return switch (choice.noticed()) {
      case "ambiguous" ->
          options.size() < 2
              ? Optional.empty()
              : Optional.of(
                  new Observation(Observation.Kind.AMBIGUOUS, choice.why(), options.subList(0, 2)));
      case "lost" -> Optional.of(new Observation(Observation.Kind.LOST, choice.why(), List.of()));
      case "below_the_fold" ->
          options.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new Observation(
                      Observation.Kind.BELOW_THE_FOLD, choice.why(), options.subList(0, 1)));
      default -> Optional.empty();
    };
  }

  private String goal(Decision habit) {
    return reached < plan.size() ? plan.get(reached) : habit.subGoal();
  }

  /** What came of the last steps; names of the page's are fenced with the page. */
  private String history() {
    return steps.isEmpty() ? "" : "Done before: " + String.join("; ", steps) + "\n";
  }

  /** What else there is when something was done three times for nothing. */
  private Decision another(PageView page, Decision habit) {
    return Choices.of(page, persona, mission, habit, element -> isWorn(page, element))
        .number(1)
        .map(
            element ->
                new Decision(
                    new Action.Click(element),
                    goal(habit),
                    "what was tried before had no effect",
                    0.1,
                    habit.predictedSeconds(),
                    List.of(),
                    habit.observations()))
        .orElseGet(
            () ->
                new Decision(
                    new Action.GiveUp("nothing that was tried had any effect"),
                    goal(habit),
                    "nothing that was tried had any effect",
                    0,
                    habit.predictedSeconds(),
                    List.of(),
                    habit.observations()));
  }

  private boolean isWorn(PageView page, Element element) {
    return timesWithoutEffect(page, new Action.Click(element)) >= MOST_IDENTICAL - 1;
  }

  private int timesWithoutEffect(PageView page, Action action) {
    return withoutEffect.getOrDefault(key(page.url(), action), 0);
  }

  private static String key(String url, Action action) {
    return url + " " + action.describe();
  }

  @Override
  public void learn(StepRecord step, PageView after) {
    habits.learn(step, after);
    var kind = step.outcome().kind();
    boolean moved = kind == Outcome.Kind.NAVIGATED || kind == Outcome.Kind.CHANGED;
    if (moved) {
      withoutEffect.remove(key(step.url(), step.action()));
    } else {
      withoutEffect.merge(key(step.url(), step.action()), 1, Integer::sum);
      if (lastPlace != null) {
        cache.forget(lastPlace);
      }
    }
    filling =
        step.action() instanceof Action.Type
            || step.action() instanceof Action.Select
            || step.action() instanceof Action.Check
            || filling && step.action() instanceof Action.Await;
    steps.add(
        Choices.cut(step.action().describe(), 50) + " → " + kind.name().toLowerCase(Locale.ROOT));
    if (steps.size() > REMEMBERED_STEPS) {
      steps.removeFirst();
    }
  }

  @Override
  public Mood mood() {
    return habits.mood();
  }

  @Override
  public List<SubGoal> subGoals() {
    if (plan.isEmpty()) {
      return habits.subGoals();
    }
    var goals = new ArrayList<SubGoal>();
    for (int i = 0; i < plan.size(); i++) {
      goals.add(
          new SubGoal(
              plan.get(i), done || i < reached ? SubGoal.Status.REACHED : SubGoal.Status.OPEN));
    }
    return goals;
  }

  /** The model that took part, so that a report never claims one that didn't. */
  @Override
  public String engine() {
    var engine = thinking.engine();
    return engine == null ? habits.engine() : engine;
  }

  /** Decisions that were a model's, remembered ones included; for figures. */
  int chosen() {
    return chosen;
  }
}
