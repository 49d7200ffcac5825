package dev.hitlai.demosite.site;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Hills at dusk with film grain, as a PNG of several megabytes: far more than its place needs. */
public final class HugePicture {

  private static final int WIDTH = 1800;
  private static final int HEIGHT = 1000;

  private byte @Nullable [] png;

  public synchronized byte[] png() {
    if (png == null) {
      png = paint();
    }
    return png;
  }

  private static byte[] paint() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    SplittableRandom grain = new SplittableRandom(1998);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        image.setRGB(x, y, grained(colour(x, y), grain.nextInt(-14, 15)));
      }
    }
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int colour(int x, int y) {
    double far = 0.52 * HEIGHT + 70 * Math.sin(x / 210.0);
    double near = 0.74 * HEIGHT + 60 * Math.sin(x / 330.0 + 2);
    if (y > near) {
      return 0x2A2F45;
    }
    if (y > far) {
      return 0x5D5675;
    }
    int warmth = 150 * y / HEIGHT;
    return (90 + warmth) << 16 | (90 + warmth / 2) << 8 | 120;
  }

  private static int grained(int rgb, int grain) {
    int red = Math.clamp((rgb >> 16 & 255) + grain, 0, 255);
    int green = Math.clamp((rgb >> 8 & 255) + grain, 0, 255);
    int blue = Math.clamp((rgb & 255) + grain, 0, 255);
    return red << 16 | green << 8 | blue;
  }
}
