package dev.hitlai.guard.internal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * What the classifier learned, for orders and for jailbreaks.
 *
 * @param corpus SHA-256 of the corpus that it was learned from
 * @param heads one row each: meaning, words, constant
 */
public record Weights(String corpus, double threshold, float[][] heads) {
  public static final int HEADS = 2;
  public static final int LENGTH = Features.MEANING + Features.WORDS + 1;

  /** Probability that a text belongs to a head. */
  public double score(int head, float[] meaning, int[] words) {
    var row = heads[head];
    double sum = row[LENGTH - 1];
    for (int i = 0; i < meaning.length; i++) {
      sum += row[i] * meaning[i];
    }
    double share = words.length == 0 ? 0 : 1 / Math.sqrt(words.length);
    for (int word : words) {
      sum += row[Features.MEANING + word] * share;
    }
    return 1 / (1 + Math.exp(-sum));
  }

  public void write(OutputStream to) throws IOException {
    var out = new DataOutputStream(to);
    out.writeUTF(corpus);
    out.writeDouble(threshold);
    for (var row : heads) {
      for (float weight : row) {
        out.writeFloat(weight);
      }
    }
    out.flush();
  }

  static Weights read(InputStream from) throws IOException {
    var in = new DataInputStream(new BufferedInputStream(from));
    var corpus = in.readUTF();
    var threshold = in.readDouble();
    var heads = new float[HEADS][LENGTH];
    for (var row : heads) {
      for (int i = 0; i < LENGTH; i++) {
        row[i] = in.readFloat();
      }
    }
    return new Weights(corpus, threshold, heads);
  }
}
