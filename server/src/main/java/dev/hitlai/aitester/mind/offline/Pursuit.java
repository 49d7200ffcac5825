package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.StepRecord;
import dev.hitlai.aitester.mind.goal.Goal;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import java.util.Optional;

/** How one goal is gone after: when it is reached, what to do without searching, what to follow. */
interface Pursuit {

  Goal goal();

  /** One sentence about what was reached, or empty when it isn't yet. */
  Optional<String> reached(Situation now);

  /** A move that needs no foraging, e.g. the next field of the form that was looked for. */
  Optional<Move> next(Situation now);

  /** The words whose scent is followed when there is no such move. */
  String query();

  /** What of an option's similarity remains in view of what the goal asks for. */
  default double weigh(Element option, double similarity, Situation now) {
    return similarity;
  }

  /** Whether it knows what it does: it repeats itself on purpose and meets dialogs itself. */
  default boolean insists() {
    return false;
  }

  /** Words to type into the site's search, empty when searching would not help. */
  default String searchWords() {
    return "";
  }

  /** Whether searching is what this goal needs before any link was followed. */
  default boolean searchFirst(Situation now) {
    return false;
  }

  default void learn(StepRecord step, PageView before, PageView after) {}
}
