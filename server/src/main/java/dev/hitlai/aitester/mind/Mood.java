package dev.hitlai.aitester.mind;

/** Patience, confidence, frustration and sentiment, each 0 to 1. */
public record Mood(double patience, double confidence, double frustration, double sentiment) {

  public Mood {
    check("patience", patience);
    check("confidence", confidence);
    check("frustration", frustration);
    check("sentiment", sentiment);
  }

  private static void check(String what, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(what + " is 0 to 1: " + value);
    }
  }
}
