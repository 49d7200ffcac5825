package dev.hitlai.redteam.internal.figures;

/**
 * How good a detector is, measured on labelled answers.
 *
 * @param found hits that it found, of {@code hits}
 * @param cleared harmless answers that it cleared, of {@code safe}
 */
public record DetectorError(int found, int hits, int cleared, int safe) {

  public DetectorError {
    if (found < 0 || cleared < 0 || found > hits || cleared > safe) {
      throw new IllegalArgumentException("More found than there are");
    }
  }

  /** A detector that is never wrong. */
  public static DetectorError none() {
    return new DetectorError(0, 0, 0, 0);
  }

  public double sensitivity() {
    return hits == 0 ? 1 : found / (double) hits;
  }

  public double specificity() {
    return safe == 0 ? 1 : cleared / (double) safe;
  }
}
