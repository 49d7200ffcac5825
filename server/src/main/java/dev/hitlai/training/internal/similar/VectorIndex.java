package dev.hitlai.training.internal.similar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Directions of length 1, found again by likeness: a graph of neighbours in layers (Malkov and
 * Yashunin 2018, HNSW). One thread at a time adds; the same directions in the same order with the
 * same seed make the same graph.
 */
public final class VectorIndex {
  private static final int NEIGHBOURS = 24;
  private static final int BUILDING = 120;
  private static final int SEARCHING = 96;

  private final int dimensions;
  private final SplittableRandom random;
  private final List<float[]> vectors = new ArrayList<>();

  /** By node, by layer: the neighbours. */
  private final List<int[][]> links = new ArrayList<>();

  private int entry = -1;
  private int top;

  public VectorIndex(int dimensions, long seed) {
    this.dimensions = dimensions;
    this.random = new SplittableRandom(seed);
  }

  /**
   * One that was found.
   *
   * @param id number in the order in which they were added, from 0
   * @param similarity cosine, -1 to 1
   */
  public record Near(int id, double similarity) {}

  public int size() {
    return vectors.size();
  }

  /** Adds a direction and answers its number. */
  public int add(float[] vector) {
    if (vector.length != dimensions) {
      throw new IllegalArgumentException("It has " + vector.length + " numbers");
    }
    int id = vectors.size();
    int layers = (int) (-Math.log(1 - random.nextDouble()) / Math.log(NEIGHBOURS)) + 1;
    vectors.add(vector);
    links.add(new int[layers][0]);
    if (entry < 0) {
      entry = id;
      top = layers;
      return id;
    }
    int at = entry;
    for (int layer = top - 1; layer >= layers; layer--) {
      at = closest(vector, at, layer);
    }
    for (int layer = Math.min(top, layers) - 1; layer >= 0; layer--) {
      var found = search(vector, at, layer, BUILDING);
      int[] chosen = choose(found, NEIGHBOURS);
      links.get(id)[layer] = chosen;
      for (int other : chosen) {
        connect(other, id, layer);
      }
      at = found.getFirst().id();
    }
    if (layers > top) {
      top = layers;
      entry = id;
    }
    return id;
  }

  /** The likest first. */
  public List<Near> nearest(float[] vector, int count) {
    if (entry < 0) {
      return List.of();
    }
    int at = entry;
    for (int layer = top - 1; layer > 0; layer--) {
      at = closest(vector, at, layer);
    }
    var found = search(vector, at, 0, Math.max(SEARCHING, count));
    return found.subList(0, Math.min(count, found.size()));
  }

  private int closest(float[] vector, int from, int layer) {
    int at = from;
    double best = similarity(vector, at);
    for (boolean better = true; better; ) {
      better = false;
      for (int other : links.get(at)[layer]) {
        double similarity = similarity(vector, other);
        if (similarity > best) {
          best = similarity;
          at = other;
          better = true;
        }
      }
    }
    return at;
  }

  private List<Near> search(float[] vector, int from, int layer, int width) {
    var seen = new BitSet(vectors.size());
    var open = new PriorityQueue<>(Comparator.comparingDouble((Near one) -> -one.similarity()));
    var best = new PriorityQueue<>(Comparator.comparingDouble(Near::similarity));
    var start = new Near(from, similarity(vector, from));
    open.add(start);
    best.add(start);
    seen.set(from);
    while (!open.isEmpty()) {
      var next = open.poll();
      if (best.size() >= width && next.similarity() < best.element().similarity()) {
        break;
      }
      for (int other : links.get(next.id())[layer]) {
        if (seen.get(other)) {
          continue;
        }
        seen.set(other);
        double similarity = similarity(vector, other);
        if (best.size() < width || similarity > best.element().similarity()) {
          var near = new Near(other, similarity);
          open.add(near);
          best.add(near);
          if (best.size() > width) {
            best.poll();
          }
        }
      }
    }
    var found = new ArrayList<>(best);
    found.sort(
        Comparator.comparingDouble((Near one) -> -one.similarity()).thenComparingInt(Near::id));
    return found;
  }

  /** Not the nearest alone: one that is nearer to a chosen one leads nowhere new. */
  private int[] choose(List<Near> found, int count) {
    var chosen = new ArrayList<Near>();
    for (var candidate : found) {
      boolean hidden =
          chosen.stream()
              .anyMatch(
                  one ->
                      similarity(vectors.get(one.id()), candidate.id()) > candidate.similarity());
      if (!hidden) {
        chosen.add(candidate);
      }
      if (chosen.size() == count) {
        break;
      }
    }
    for (int i = 0; chosen.size() < Math.min(count / 2, found.size()) && i < found.size(); i++) {
      if (!chosen.contains(found.get(i))) {
        chosen.add(found.get(i));
      }
    }
    return chosen.stream().mapToInt(Near::id).toArray();
  }

  private void connect(int node, int other, int layer) {
    int[][] all = links.get(node);
    int[] more = Arrays.copyOf(all[layer], all[layer].length + 1);
    more[more.length - 1] = other;
    int most = layer == 0 ? 2 * NEIGHBOURS : NEIGHBOURS;
    if (more.length > most) {
      float[] vector = vectors.get(node);
      var near = new ArrayList<Near>();
      for (int id : more) {
        near.add(new Near(id, similarity(vector, id)));
      }
      near.sort(
          Comparator.comparingDouble((Near one) -> -one.similarity()).thenComparingInt(Near::id));
      more = choose(near, most);
    }
    all[layer] = more;
  }

  private double similarity(float[] vector, int id) {
    float[] other = vectors.get(id);
    float sum = 0;
    for (int i = 0; i < dimensions; i++) {
      sum += vector[i] * other[i];
    }
    return sum;
  }
}
