package dev.hitlai.web.view;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the platform is on its way through the phases that completed tests open.
 *
 * @param phase the one it is in, 1 to 4
 * @param completed completed tests of everyone together
 * @param conditions of the next phase; none after the last
 * @param estimated when the next phase opens at the pace of the last 30 days; null when that can't
 *     be said
 */
public record PhaseBanner(
    int phase, long completed, List<Condition> conditions, @Nullable LocalDate estimated) {

  /**
   * A phase of the platform.
   *
   * @param from completed tests it needs; the later ones also wait for more than those
   * @param price of a test by our own AI in whole US dollars
   */
  public record Phase(int number, String name, long from, int price, String opens) {}

  /**
   * What a phase waits for.
   *
   * @param text how far it is, for example "640 of 1,000"
   * @param measured false while no part of the platform produces the figure
   */
  public record Condition(String label, long current, long target, String text, boolean measured) {
    public boolean met() {
      return current >= target;
    }
  }

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
              "Our own models, trained on corrections people made, compared side by side"),
          new Phase(
              3,
              "Self-hosted",
              5_000,
              3,
              "Models that run on our machines, with their costs compared"),
          new Phase(4, "Full hybrid", 10_000, 2, "Each test goes to the tester that does it best"));

  public PhaseBanner {
    if (completed < 0) {
      throw new IllegalArgumentException("completed tests can't be negative");
    }
    if (phase < 1 || phase > PHASES.size()) {
      throw new IllegalArgumentException("there is no phase " + phase);
    }
    conditions = List.copyOf(conditions);
  }

  /** The first day. */
  public static PhaseBanner atTheBeginning() {
    return new PhaseBanner(1, 0, List.of(), null);
  }

  /**
   * @param number 1 to 4
   */
  public static Phase phase(int number) {
    return PHASES.get(number - 1);
  }

  public Phase current() {
    return phase(phase);
  }

  /** The phase that comes next, none after the last. */
  public @Nullable Phase next() {
    return phase == PHASES.size() ? null : phase(phase + 1);
  }

  public boolean reached(Phase other) {
    return other.number() <= phase;
  }
}
