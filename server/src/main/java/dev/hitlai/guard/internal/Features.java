package dev.hitlai.guard.internal;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the classifier sees of a text: its meaning (384 numbers of the bge model inside this
 * process) and its words and pairs of words, hashed.
 */
public final class Features {
  public static final int MEANING = 384;
  public static final int WORDS = 4096;

  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}']+|[{}<>#=`|\\[\\]]");

  private Features() {}

  public static float[] meaning(String text) {
    var embedding = Model.LOADED.embed(text).content();
    embedding.normalize();
    return embedding.vector();
  }

  /** Places of the words in the hashed part, each once and in order. */
  public static int[] words(String text) {
    var places = new TreeSet<Integer>();
    var before = "^";
    for (var match : TOKEN.matcher(text.toLowerCase(Locale.ROOT)).results().toList()) {
      var word = match.group();
      places.add(Math.floorMod(word.hashCode() * 0x9E3779B1, WORDS));
      places.add(Math.floorMod((before + ' ' + word).hashCode() * 0x9E3779B1, WORDS));
      before = word;
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Loaded when first needed; the weights are shared by everybody in this process. */
  private static final class Model {
    static final EmbeddingModel LOADED = new BgeSmallEnV15QuantizedEmbeddingModel();
  }
}
