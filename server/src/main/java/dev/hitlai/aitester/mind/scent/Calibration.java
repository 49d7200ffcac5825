package dev.hitlai.aitester.mind.scent;

/**
 * Turns a cosine into the probability that a person would take the two texts for related.
 *
 * <p>Cosines of sentence embeddings bunch high: unrelated labels still reach 0.5 to 0.65 with this
 * model. A logistic curve (monotone, two parameters) was fitted by maximum likelihood, both classes
 * weighing the same, to the labelled goal–label pairs in the test resource {@code scent-pairs.tsv};
 * the test that ranks those pairs fits it again and fails when these constants are no longer what
 * the data say. On a page the classes are not even: about one option in fifteen leads to the goal,
 * and the curve is moved by the logarithm of those odds.
 */
final class Calibration {
  static final double SLOPE = 26.9;

  /** The cosine at which a label is as likely to be relevant as not when half of all are. */
  static final double EVEN_ODDS = 0.618;

  private static final double OPTIONS_PER_RELEVANT_ONE = 15;
  private static final double MIDPOINT = EVEN_ODDS + Math.log(OPTIONS_PER_RELEVANT_ONE) / SLOPE;

  private Calibration() {}

  static double similarity(double cosine) {
    return 1 / (1 + Math.exp(-SLOPE * (cosine - MIDPOINT)));
  }
}
