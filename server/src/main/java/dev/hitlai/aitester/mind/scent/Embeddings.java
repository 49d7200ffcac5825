package dev.hitlai.aitester.mind.scent;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sentence embeddings from the quantized bge-small-en-v1.5 model inside this process: no network,
 * about 5 ms a label. The model is loaded at the first use and once per JVM; vectors of the last
 * texts are kept.
 */
public final class Embeddings {
  /** Labels and sentences only: longer texts are cut, because their start says what they are. */
  private static final int LONGEST_TEXT = 200;

  private static final int KEPT = 20_000;

  private static final Embeddings SHARED = new Embeddings();

  // INVARIANT: read and written only while holding this object's monitor.
  private final Map<String, float[]> known =
      new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
          return size() > KEPT;
        }
      };

  private Embeddings() {}

  public static Embeddings shared() {
    return SHARED;
  }

  /** Cosine of the angle between the meanings of two texts, -1 to 1. */
  public double cosine(String one, String other) {
    var left = vector(one);
    var right = vector(other);
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  /** The direction of a text's meaning: 384 numbers of length 1. */
  public float[] of(String text) {
    return vector(text).clone();
  }

  private synchronized float[] vector(String text) {
    var cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    return known.computeIfAbsent(cut, Embeddings::embed);
  }

  private static float[] embed(String text) {
    var embedding = Model.LOADED.embed(text).content();
    embedding.normalize();
    return embedding.vector();
  }

  /** Loaded when first needed. */
  private static final class Model {
    static final EmbeddingModel LOADED = new BgeSmallEnV15QuantizedEmbeddingModel();
  }
}
