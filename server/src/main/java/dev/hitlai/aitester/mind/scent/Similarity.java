package dev.hitlai.aitester.mind.scent;

/** How related two short texts are to a reader, 0 to 1: meaning and words in common together. */
public final class Similarity {
  /** Words in common are strong evidence, never proof. */
  private static final double TRUST_IN_WORDS = 0.9;

  private final Embeddings embeddings;

  public Similarity(Embeddings embeddings) {
    this.embeddings = embeddings;
  }

  /** Either kind of evidence is enough; both together are better than one. */
  public double of(String goal, String label) {
    if (goal.isBlank() || label.isBlank()) {
      return 0;
    }
    var byMeaning = Calibration.similarity(embeddings.cosine(goal, label));
    var byWords = TRUST_IN_WORDS * Words.overlap(goal, label);
    return 1 - (1 - byMeaning) * (1 - byWords);
  }
}
