package dev.hitlai.aitester.mind.choice;

/**
 * When to look at another option, take the best one so far, or leave the page: the utilities of
 * SNIF-ACT 2.0 (Fu & Pirolli 2007, "SNIF-ACT: A cognitive model of user navigation on the World
 * Wide Web", Human–Computer Interaction 22, 355–412).
 *
 * <p>N is the number of options read on this page so far; the utility U is 0 on a new page and
 * becomes the reading utility each time another option is read. The noise of the model is in the
 * information scent of each option, so everything here is a pure function.
 */
public final class SnifAct {
  /** Scent of an option that promises nothing, and of a group that failed. */
  public static final double FLOOR = 0.01;

  /** Scale from a similarity (0 to 1) to information scent. */
  public static final double SCALE = 50;

  /** Cost of going back, C. */
  public static final double COST_OF_BACK = 1;

  /** What the person can do next. */
  public enum Move {
    READ,
    CLICK,
    BACK
  }

  /**
   * The utilities of the three moves.
   *
   * @param back negative infinity when there is no page to go back to
   */
  public record Utilities(double read, double click, double back) {

    /**
     * The move with the highest utility; looking on wins a tie with clicking, and that with back.
     */
    public Move best() {
      if (back > click && back > read) {
        return Move.BACK;
      }
      return click > read ? Move.CLICK : Move.READ;
    }
  }

  private SnifAct() {}

  /** IS = max(0.01, 50 · similarity + noise), noise with mean 0 and standard deviation 1. */
  public static double scent(double similarity, double noise) {
    return Math.max(FLOOR, SCALE * similarity + noise);
  }

  /**
   * The utilities after an option was read.
   *
   * @param utility U so far on this page, 0 on a new one
   * @param read N, options read on this page so far
   * @param scentOfLast IS of the option just read
   * @param scentOfBest IS of the best option read so far
   * @param patience k: the larger, the more options are read before the best is taken
   * @param back see {@link #back}
   */
  public static Utilities utilities(
      double utility,
      int read,
      double scentOfLast,
      double scentOfBest,
      double patience,
      double back) {
    return new Utilities(
        (utility + scentOfLast) / (1 + read),
        (utility + scentOfBest) / (1 + read + patience),
        back);
  }

  /** Mean IS of the previous page without the link followed, less the mean IS here, less C. */
  public static double back(double meanOnPreviousPage, double meanHere) {
    return meanOnPreviousPage - meanHere - COST_OF_BACK;
  }
}
