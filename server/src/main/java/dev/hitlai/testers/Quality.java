package dev.hitlai.testers;

/**
 * How many of a tester's findings hold.
 *
 * @param share 0 to 1
 * @param judged findings that it rests on, planted and by people
 */
public record Quality(double share, int judged) {
  /** With fewer there is no figure, only chance. */
  public static final int ENOUGH = 50;

  public Quality {
    if (!(share >= 0 && share <= 1) || judged < 0) {
      throw new IllegalArgumentException("No share of findings: " + share + " of " + judged);
    }
  }
}
