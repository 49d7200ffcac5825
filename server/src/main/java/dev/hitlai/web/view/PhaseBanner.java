package dev.hitlai.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the platform is on its way through the phases that completed tests open.
 *
 * @param completed completed tests of everyone together
 */
public record PhaseBanner(long completed) {

  /**
   * A phase of the platform.
   *
   * @param from completed tests it needs; the later ones also need ratings, reviews and revenue
   * @param price of an AI test in whole US dollars
   */
  public record Phase(int number, String name, long from, int price, String opens) {}

  public static final List<Phase> PHASES =
      List.of(
          new Phase(
              1,
              "Foundation",
              0,
              5,
              "AI testers at work; what people correct is kept to learn from"),
          new Phase(
              2,
              "Fine-tuned models",
              1_000,
              4,
              "Our own models, trained on corrections people made"),
          new Phase(3, "Self-hosted", 5_000, 3, "Models that run on our machines"),
          new Phase(4, "Full hybrid", 10_000, 2, "Each test goes to the tester that does it best"));

  public PhaseBanner {
    if (completed < 0) {
      throw new IllegalArgumentException("completed tests can't be negative");
    }
  }

  /** The next phase whose count of tests is not reached, or none after the last. */
  public @Nullable Phase next() {
    return PHASES.stream().filter(phase -> completed < phase.from()).findFirst().orElse(null);
  }

  public long remaining() {
    Phase next = next();
    return next == null ? 0 : next.from() - completed;
  }
}
