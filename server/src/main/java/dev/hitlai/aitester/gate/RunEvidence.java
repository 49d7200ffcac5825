package dev.hitlai.aitester.gate;

import dev.hitlai.aitester.Box;
import java.util.List;
import java.util.Map;

/**
 * What the browser kept of a run.
 *
 * @param pages every page state that was audited
 * @param steps what was done, all missions and personas together
 * @param pictures reference of a screenshot → the part of the page that it shows
 * @param words that findings may quote although they stand on no page: missions, names of personas
 * @param notKept addresses of states that were seen but not kept, because a budget was used up
 */
public record RunEvidence(
    List<KeptPage> pages,
    List<DoneStep> steps,
    Map<String, Box> pictures,
    List<String> words,
    List<String> notKept) {

  public RunEvidence {
    pages = List.copyOf(pages);
    steps = List.copyOf(steps);
    pictures = Map.copyOf(pictures);
    words = List.copyOf(words);
    notKept = List.copyOf(notKept);
  }
}
