package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.mind.Decision.Observation;
import dev.hitlai.aitester.mind.Decision.Option;
import dev.hitlai.aitester.page.Element;
import java.util.List;

/**
 * A proposed action with how it came about.
 *
 * @param judged options looked at to get there, for the time it took
 */
record Move(
    Action action,
    String reason,
    double scent,
    List<Option> considered,
    List<Observation> observations,
    List<Element> judged) {

  Move {
    considered = List.copyOf(considered);
    observations = List.copyOf(observations);
    judged = List.copyOf(judged);
  }

  static Move of(Action action, String reason, double scent) {
    return new Move(action, reason, scent, List.of(), List.of(), List.of());
  }

  static Move click(Element element, String reason, double scent) {
    return of(new Action.Click(element), reason, scent);
  }

  Move noticing(List<Observation> more) {
    var all = new java.util.ArrayList<>(observations);
    all.addAll(more);
    return new Move(action, reason, scent, considered, all, judged);
  }

  Move instead(Action other, String otherReason) {
    return new Move(other, otherReason, scent, considered, observations, judged);
  }
}
