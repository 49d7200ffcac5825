package dev.hitlai.aitester.run;

import dev.hitlai.aitester.Box;
import dev.hitlai.aitester.run.Shots.Shot;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A part of a screenshot with the place of a finding framed. */
final class Annotation {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 600;
  private static final int PADDING = 6;
  private static final Color FRAME = new Color(0xD9, 0x1C, 0x5C);

  private Annotation() {}

  /** The surroundings of a box as JPEG; empty when the picture does not show the box. */
  static Optional<byte[]> of(BufferedImage picture, Box frame, Box box) {
    if (!frame.intersects(box)) {
      return Optional.empty();
    }
    double x = box.x() - frame.x();
    double y = box.y() - frame.y();
    int width =
        Math.min(picture.getWidth(), Math.max(WIDTH, (int) Math.min(box.width() + 80, 2000)));
    int height =
        Math.min(picture.getHeight(), Math.max(HEIGHT, (int) Math.min(box.height() + 80, 1600)));
    int left = (int) Math.clamp(x + box.width() / 2 - width / 2.0, 0, picture.getWidth() - width);
    int top =
        (int) Math.clamp(y + box.height() / 2 - height / 2.0, 0, picture.getHeight() - height);
    var cut = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = cut.createGraphics();
    pen.drawImage(picture, -left, -top, null);
    outline(pen, (int) x - left, (int) y - top, (int) box.width(), (int) box.height());
    pen.dispose();
    return Optional.of(jpeg(cut));
  }

  /** White under red stands out on any ground. */
  private static void outline(java.awt.Graphics2D pen, int x, int y, int width, int height) {
    pen.setStroke(new BasicStroke(7));
    pen.setColor(Color.WHITE);
    pen.drawRect(x - PADDING, y - PADDING, width + 2 * PADDING, height + 2 * PADDING);
    pen.setStroke(new BasicStroke(4));
    pen.setColor(FRAME);
    pen.drawRect(x - PADDING, y - PADDING, width + 2 * PADDING, height + 2 * PADDING);
  }

  static BufferedImage decoded(Shot shot) {
    try {
      var image = ImageIO.read(new ByteArrayInputStream(shot.jpeg()));
      if (image == null) {
        throw new IllegalStateException("The screenshot is not a picture");
      }
      return image;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] jpeg(BufferedImage image) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
