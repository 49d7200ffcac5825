package dev.hitlai.aitester.audit;

import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * Counts the letters in pictures that hold nothing but text: a flat ground, and all ink in small
 * shapes that stand in lines.
 */
final class PaintedText {
  private static final int LARGEST = 2_000_000;
  private static final double FLAT = 0.5;
  private static final double ALL = 0.9;
  private static final int LOWEST = 5;
  private static final int HIGHEST = 90;

  /** Squares of a code are solid, letters aren't. */
  private static final double SOLID = 0.85;

  private final int width;
  private final int height;
  private final boolean[] ink;

  private PaintedText(int width, int height, boolean[] ink) {
    this.width = width;
    this.height = height;
    this.ink = ink;
  }

  private record Shape(int left, int top, int right, int bottom, int ink) {
    int width() {
      return right - left + 1;
    }

    int height() {
      return bottom - top + 1;
    }

    boolean isLetter(int pictureHeight) {
      return height() >= LOWEST
          && height() <= Math.min(HIGHEST, 0.9 * pictureHeight)
          && width() <= 4 * height();
    }

    /** Whether it stands next to another in a line. */
    boolean isBeside(Shape other) {
      int shared = Math.min(bottom, other.bottom) - Math.max(top, other.top) + 1;
      return shared * 2 >= Math.min(height(), other.height());
    }
  }

  /** How many letters a picture of text has; 0 for any other picture. */
  static int letters(BufferedImage picture) {
    int size = picture.getWidth() * picture.getHeight();
    if (size > LARGEST || size == 0) {
      return 0;
    }
    int[] colours =
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    var counts = new HashMap<Integer, Integer>();
    for (int colour : colours) {
      counts.merge(colour & 0xf0f0f0, 1, Integer::sum);
    }
    var ground = counts.entrySet().stream().max(Comparator.comparingInt(entry -> entry.getValue()));
    if (ground.isEmpty() || ground.get().getValue() < FLAT * size) {
      return 0;
    }
    return new PaintedText(
            picture.getWidth(), picture.getHeight(), ink(colours, ground.get().getKey()))
        .counted();
  }

  /** What differs from the ground by more than half of what differs most. */
  private static boolean[] ink(int[] colours, int ground) {
    int most = 0;
    for (int colour : colours) {
      most = Math.max(most, distance(colour, ground));
    }
    var ink = new boolean[colours.length];
    for (int i = 0; i < colours.length; i++) {
      ink[i] = distance(colours[i], ground) * 2 > most;
    }
    return ink;
  }

  private static int distance(int one, int other) {
    return Math.abs((one >> 16 & 255) - (other >> 16 & 255))
        + Math.abs((one >> 8 & 255) - (other >> 8 & 255))
        + Math.abs((one & 255) - (other & 255));
  }

  private int counted() {
    var shapes = shapes();
    var letters = shapes.stream().filter(shape -> shape.isLetter(height)).toList();
    var lines = lines(letters);
    int all = shapes.stream().mapToInt(Shape::ink).sum();
    int dots =
        shapes.stream().filter(shape -> shape.height() < LOWEST * 2).mapToInt(Shape::ink).sum();
    int lined = 0;
    int count = 0;
    for (var line : lines) {
      int here = line.stream().mapToInt(Shape::ink).sum();
      boolean solid =
          here > SOLID * line.stream().mapToInt(shape -> shape.width() * shape.height()).sum();
      if (line.size() >= 3 && !solid) {
        lined +=
            line.stream().filter(shape -> shape.height() >= LOWEST * 2).mapToInt(Shape::ink).sum();
        count += line.size();
      }
    }
    return lined + dots >= ALL * all ? count : 0;
  }

  private static List<List<Shape>> lines(List<Shape> letters) {
    var lines = new ArrayList<List<Shape>>();
    for (var letter : letters) {
      lines.stream()
          .filter(line -> letter.isBeside(line.getFirst()))
          .findFirst()
          .orElseGet(
              () -> {
                lines.add(new ArrayList<>());
                return lines.getLast();
              })
          .add(letter);
    }
    return lines;
  }

  private List<Shape> shapes() {
    var shapes = new ArrayList<Shape>();
    var taken = new boolean[ink.length];
    for (int i = 0; i < ink.length; i++) {
      if (ink[i] && !taken[i]) {
        shapes.add(shape(i, taken));
      }
    }
    return shapes;
  }

  private Shape shape(int start, boolean[] taken) {
    int left = width;
    int top = height;
    int right = 0;
    int bottom = 0;
    int size = 0;
    var next = new ArrayDeque<Integer>();
    next.add(start);
    taken[start] = true;
    while (!next.isEmpty()) {
      int at = next.removeLast();
      int x = at % width;
      int y = at / width;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      size++;
      for (int beside = 0; beside < 9; beside++) {
        int nx = x + beside % 3 - 1;
        int ny = y + beside / 3 - 1;
        int neighbour = ny * width + nx;
        if (nx >= 0
            && nx < width
            && ny >= 0
            && ny < height
            && ink[neighbour]
            && !taken[neighbour]) {
          taken[neighbour] = true;
          next.add(neighbour);
        }
      }
    }
    return new Shape(left, top, right, bottom, size);
  }
}
