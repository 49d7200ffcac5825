package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;

/** What a job answers when it is asked for the next move. */
sealed interface Turn {

  /** Do this, for this reason. */
  record Act(Action action, String reason) implements Turn {}

  /** Nothing is left to be done. */
  record Done() implements Turn {}

  /** It can't go on, and why. */
  record Stuck(String why) implements Turn {}

  static Turn act(Action action, String reason) {
    return new Act(action, reason);
  }

  static Turn press(Sight now, Thing thing, String reason) {
    return new Act(new Action.Click(now.element(thing)), reason);
  }

  static Turn done() {
    return new Done();
  }

  static Turn stuck(String why) {
    return new Stuck(why);
  }
}
