package dev.hitlai.aitester.audit;

import com.microsoft.playwright.Page;
import dev.hitlai.aitester.Box;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures texts against whatever is drawn behind and above them: one picture with the letters
 * hidden, one with their boxes painted in the letters' colour, compared point by point.
 */
final class PixelContrast {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SCRIPT =
      "(input) => {\nconst dom = (() => {\n"
          + Probes.resource("dom.js")
          + "})();\n"
          + Probes.resource("text-over-image.js")
          + "}";
  private static final double MOST_HEIGHT = 3000;
  private static final int POINTS = 1500;

  /** A text as the page describes it. */
  record Spot(
      int index,
      @Nullable String style,
      List<Box> rects,
      double required,
      boolean shadow,
      @Nullable String color,
      @Nullable String picture) {}

  /**
   * What was measured.
   *
   * @param best contrast where it is highest
   * @param middle contrast that half of the text's area doesn't reach
   */
  record Measurement(Spot spot, double best, double middle) {}

  private PixelContrast() {}

  /** Measurements by the index of their selector; texts that don't show are left out. */
  static Map<Integer, Measurement> of(Page page, List<String> selectors) {
    var styles = new ArrayList<@Nullable String>();
    try {
      var spots = JSON.readValue(ask(page, "without", selectors, styles), Spot[].class);
      Arrays.stream(spots).forEach(spot -> styles.add(spot.style()));
      var area = area(spots);
      if (area.isEmpty()) {
        return Map.of();
      }
      var without = picture(page, area.get());
      ask(page, "filled", selectors, styles);
      var filled = picture(page, area.get());
      return compare(spots, area.get(), without, filled);
    } finally {
      ask(page, "restore", selectors, styles);
    }
  }

  private static String ask(
      Page page, String move, List<String> selectors, List<@Nullable String> styles) {
    var input = new HashMap<String, Object>();
    input.put("move", move);
    input.put("selectors", selectors);
    input.put("styles", styles);
    return (String) page.evaluate(SCRIPT, input);
  }

  private static Optional<Box> area(Spot[] spots) {
    var boxes = Arrays.stream(spots).flatMap(spot -> spot.rects().stream()).toList();
    if (boxes.isEmpty()) {
      return Optional.empty();
    }
    double left = Math.max(0, boxes.stream().mapToDouble(Box::x).min().orElse(0));
    double top = Math.max(0, boxes.stream().mapToDouble(Box::y).min().orElse(0));
    double right = boxes.stream().mapToDouble(box -> box.x() + box.width()).max().orElse(0);
    double bottom = boxes.stream().mapToDouble(box -> box.y() + box.height()).max().orElse(0);
    double height = Math.min(MOST_HEIGHT, bottom - top);
    return right - left < 1 || height < 1
        ? Optional.empty()
        : Optional.of(new Box(left, top, right - left, height));
  }

  private static BufferedImage picture(Page page, Box area) {
    try {
      return ImageIO.read(new ByteArrayInputStream(Pixels.png(page, area)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Integer, Measurement> compare(
      Spot[] spots, Box area, BufferedImage without, BufferedImage filled) {
    var measured = new HashMap<Integer, Measurement>();
    for (var spot : spots) {
      var contrasts = contrasts(spot, area, without, filled);
      // Text in the colour of its ground is not meant to be read.
      if (contrasts.length > 0 && contrasts[contrasts.length - 1] > 1.05) {
        measured.put(
            spot.index(),
            new Measurement(
                spot, contrasts[contrasts.length - 1], contrasts[contrasts.length / 2]));
      }
    }
    return measured;
  }

  /** The contrasts of a text's points in rising order. */
  private static double[] contrasts(
      Spot spot, Box area, BufferedImage without, BufferedImage filled) {
    double scale = without.getWidth() / area.width();
    var found = new ArrayList<Double>();
    for (var rect : spot.rects()) {
      int left = (int) Math.ceil((rect.x() - area.x()) * scale);
      int top = (int) Math.ceil((rect.y() - area.y()) * scale);
      int right = (int) Math.min(without.getWidth(), left + rect.width() * scale - 1);
      int bottom = (int) Math.min(without.getHeight(), top + rect.height() * scale - 1);
      int step = Math.max(1, (int) Math.sqrt((right - left) * (double) (bottom - top) / POINTS));
      for (int y = Math.max(0, top); y < bottom; y += step) {
        for (int x = Math.max(0, left); x < right; x += step) {
          found.add(Colour.of(filled.getRGB(x, y)).contrast(Colour.of(without.getRGB(x, y))));
        }
      }
    }
    return found.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }
}
