package dev.hitlai.testers;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which AI tester was picked for a test, and why each of the others was not; kept with the run.
 *
 * @param testType {@code ai_only} or {@code hybrid}
 * @param kinds of the test
 * @param considered the picked one first, then those that would have done, then the rest
 * @param refusal a sentence that says why nobody may do it and what to change; null when somebody
 *     was picked
 */
public record Selection(
    String testType, List<String> kinds, List<Considered> considered, @Nullable String refusal) {

  /**
   * One of the roster.
   *
   * @param provider as in the price list
   * @param category {@code ai_third_party} or {@code ai_hitl_trained}
   * @param priceUsd for the AI's part of one test
   * @param quality share of its findings that hold; null while too little was measured
   * @param judged findings that the quality rests on
   * @param suits whether it may do the test, picked or not
   * @param why a sentence
   */
  public record Considered(
      UUID testerId,
      String provider,
      String version,
      String name,
      String category,
      BigDecimal priceUsd,
      @Nullable Double quality,
      int judged,
      boolean chosen,
      boolean suits,
      String why) {}

  public Selection {
    kinds = List.copyOf(kinds);
    considered = List.copyOf(considered);
  }

  public Optional<Considered> chosen() {
    return considered.stream().filter(Considered::chosen).findFirst();
  }
}
