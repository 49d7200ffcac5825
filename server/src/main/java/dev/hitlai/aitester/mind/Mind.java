package dev.hitlai.aitester.mind;

import dev.hitlai.aitester.StepRecord;
import dev.hitlai.aitester.page.PageView;
import java.util.List;

/**
 * Chooses what to do next, for one mission as one persona. Stateful and used by one thread; the run
 * asks {@link #decide}, carries the action out and tells the mind by {@link #learn}.
 */
public interface Mind {

  /** What to do on this page now; {@code Finish} and {@code GiveUp} end the mission. */
  Decision decide(PageView page);

  /** What came of the last decision, and the page as it is after it. */
  void learn(StepRecord step, PageView after);

  /** How the simulated person feels now. */
  Mood mood();

  /** The mission's parts in order, with how far they are. */
  List<SubGoal> subGoals();

  /** {@code offline}, or the name of the model that decides. */
  String engine();
}
