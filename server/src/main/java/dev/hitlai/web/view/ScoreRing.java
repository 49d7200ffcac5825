package dev.hitlai.web.view;

/** A score of 0–100 drawn as a ring. */
public record ScoreRing(int score, String label) {
  /** Circumference of the ring of radius 26 in its 64×64 picture. */
  private static final double LENGTH = 2 * Math.PI * 26;

  public ScoreRing {
    if (score < 0 || score > 100) {
      throw new IllegalArgumentException("a score is 0 to 100, not " + score);
    }
  }

  /** The dashes that draw the part reached. */
  public String dashes() {
    return Say.decimal(LENGTH * score / 100, 2) + " " + Say.decimal(LENGTH, 2);
  }

  public Tone tone() {
    if (score >= 80) {
      return Tone.SUCCESS;
    }
    return score >= 50 ? Tone.WARNING : Tone.DANGER;
  }
}
