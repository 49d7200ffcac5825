package dev.hitlai.aitester.mind;

import dev.hitlai.aitester.action.Action;
import java.util.List;

/**
 * What the mind chose and why.
 *
 * @param subGoal the part of the mission that it serves
 * @param reason one sentence in the persona's terms
 * @param scent 0 to 1, perceived relevance of what was chosen
 * @param predictedSeconds what a person like this needs for it, looking and judging included
 * @param considered the options that were looked at, best first, at most ten
 * @param observations what the person noticed while choosing, for the behaviour findings
 */
public record Decision(
    Action action,
    String subGoal,
    String reason,
    double scent,
    double predictedSeconds,
    List<Option> considered,
    List<Observation> observations) {

  /** An option as it was judged. */
  public record Option(String label, String selector, double scent) {}

  /** Something about the page that got in the way of choosing. */
  public record Observation(Kind kind, String detail, List<Option> options) {
    public enum Kind {
      /** No option on the page has scent of the goal. */
      LOST,
      /** Two options look equally right. */
      AMBIGUOUS,
      /** What is needed stands far below the fold. */
      BELOW_THE_FOLD,
      /** What is needed was overlooked: too faint, an icon without words, behind a hidden menu. */
      OVERLOOKED,
      /** The way led nowhere and the person went back. */
      BACKTRACKED,
      /** A field that turned out to be required was not marked. */
      UNMARKED_REQUIRED,
      /** An error message does not say what to do. */
      UNHELPFUL_ERROR,
      /** What was typed is gone after an error. */
      INPUT_LOST,
      /** Can't be reached with the keyboard. */
      UNREACHABLE_BY_KEYBOARD,
      /** Has no name that a screen reader could say. */
      NAMELESS,
      /** Here a person like this gives up. */
      GAVE_UP
    }

    public Observation {
      options = List.copyOf(options);
    }
  }

  public Decision {
    considered = List.copyOf(considered);
    observations = List.copyOf(observations);
  }
}
