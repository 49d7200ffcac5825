package dev.hitlai.guard.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Judges a sentence by what was learned from the corpus; keeps its last answers. */
public final class Classifier {
  private static final int KEPT = 20_000;

  private final Weights weights;

  // INVARIANT: read and written only while holding this object's monitor.
  private final Map<String, Score> known =
      new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Score> eldest) {
          return size() > KEPT;
        }
      };

  /** How likely a text is an order, and how likely a jailbreak. */
  public record Score(double instruction, double jailbreak) {
    double highest() {
      return Math.max(instruction, jailbreak);
    }
  }

  Classifier(Weights weights) {
    this.weights = weights;
  }

  /** The one that ships. */
  public static Classifier shipped() {
    return Shipped.CLASSIFIER;
  }

  public Weights weights() {
    return weights;
  }

  public Score score(String text) {
    synchronized (this) {
      var before = known.get(text);
      if (before != null) {
        return before;
      }
    }
    var meaning = Features.meaning(text);
    var words = Features.words(text);
    var score = new Score(weights.score(0, meaning, words), weights.score(1, meaning, words));
    synchronized (this) {
      known.put(text, score);
    }
    return score;
  }

  private static final class Shipped {
    static final Classifier CLASSIFIER = load();

    private static Classifier load() {
      try (var stream = Classifier.class.getResourceAsStream("/dev/hitlai/guard/weights.bin")) {
        if (stream == null) {
          throw new IllegalStateException("The guard's weights are missing");
        }
        return new Classifier(Weights.read(stream));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
