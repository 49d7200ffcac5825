package dev.hitlai.aitester.testsupport;

import dev.hitlai.aitester.StepRecord;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.mind.Decision;
import dev.hitlai.aitester.mind.Mind;
import dev.hitlai.aitester.mind.MindFactory;
import dev.hitlai.aitester.mind.Mood;
import dev.hitlai.aitester.mind.SubGoal;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A mind without wishes: presses what it has not pressed yet, in the page's order. */
public final class Wanderer implements Mind {
  private final Set<String> pressed = new HashSet<>();
  private final int maxSteps;
  private int steps;

  private Wanderer(int maxSteps) {
    this.maxSteps = maxSteps;
  }

  public static MindFactory minds() {
    return (mission, persona, start, maxSteps, seed) -> new Wanderer(maxSteps);
  }

  @Override
  public Decision decide(PageView page) {
    if (++steps >= maxSteps) {
      return decision(new Action.Finish("seen enough"));
    }
    return page.elements().stream()
        .filter(Element::usable)
        .filter(element -> element.field() == null)
        .filter(element -> element.link() == null || !element.link().external())
        .filter(element -> pressed.add(element.label() + element.selector()))
        .findFirst()
        .map(element -> decision(new Action.Click(element)))
        .orElseGet(() -> decision(new Action.Finish("nothing left to press")));
  }

  private static Decision decision(Action action) {
    return new Decision(action, "look around", "It comes next.", 0.5, 2, List.of(), List.of());
  }

  @Override
  public void learn(StepRecord step, PageView after) {}

  @Override
  public Mood mood() {
    return new Mood(1, 1, 0, 0.5);
  }

  @Override
  public List<SubGoal> subGoals() {
    return List.of(new SubGoal("look around", SubGoal.Status.OPEN));
  }

  @Override
  public String engine() {
    return "wanderer";
  }
}
