package dev.hitlai.testing.internal.people;

import dev.hitlai.testing.CorrectionType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What several people's verdicts on one finding amount to. */
final class Consensus {
  /** From so many verdicts on, more than half of them decide: a third person has spoken. */
  private static final int ENOUGH_FOR_A_MAJORITY = 3;

  private Consensus() {}

  /**
   * One person's verdict.
   *
   * @param severity the right one, when the verdict is that it is wrong
   * @param wording the better one, when the verdict is that it is badly said
   */
  record Voice(
      CorrectionType verdict, @Nullable String severity, @Nullable String wording, boolean expert) {
    /** What it says of the finding, apart from how it is said. */
    private String meaning() {
      return switch (verdict) {
        case APPROVE, WORDING_IMPROVEMENT -> "true";
        case SEVERITY_ADJUSTMENT -> "true, " + severity;
        case FALSE_POSITIVE, HALLUCINATION -> "false";
        case DUPLICATE -> "duplicate";
        case FALSE_NEGATIVE ->
            throw new IllegalStateException("What the AI missed is no verdict on a finding of it");
      };
    }
  }

  /** What follows. */
  sealed interface Result {
    /** They agree; this voice stands for all of them. */
    record Agreed(Voice voice) implements Result {}

    /** Somebody uninvolved has to decide. */
    record Disagreed() implements Result {}

    /** None of them may decide: it takes an expert. */
    record ExpertNeeded() implements Result {}

    /** Nobody said anything. */
    record Silent() implements Result {}
  }

  static Result of(List<Voice> voices, boolean expertNeeded) {
    if (voices.isEmpty()) {
      return expertNeeded ? new Result.ExpertNeeded() : new Result.Silent();
    }
    var counting = expertNeeded ? voices.stream().filter(Voice::expert).toList() : voices;
    if (counting.isEmpty()) {
      return new Result.ExpertNeeded();
    }
    Map<String, List<Voice>> meanings =
        counting.stream()
            .collect(
                Collectors.groupingBy(Voice::meaning, LinkedHashMap::new, Collectors.toList()));
    return meanings.values().stream()
        .filter(
            same ->
                same.size() == counting.size()
                    || counting.size() >= ENOUGH_FOR_A_MAJORITY
                        && 2 * same.size() > counting.size())
        .<Result>map(same -> new Result.Agreed(mostTelling(same)))
        .findFirst()
        .orElseGet(Result.Disagreed::new);
  }

  /** Of those who mean the same the one who also improves the wording. */
  private static Voice mostTelling(List<Voice> same) {
    return same.stream()
        .filter(voice -> voice.wording() != null)
        .findFirst()
        .orElse(same.getFirst());
  }
}
