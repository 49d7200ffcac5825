package dev.hitlai.testing.internal.runs;

import dev.hitlai.api.ApiProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** A picture that was looked at before it is taken: its bytes say what it is, not its name. */
record Logo(byte[] content, String mediaType) {
  static final int LARGEST = 256 * 1024;
  private static final int MOST_PIXELS = 4_000;

  /**
   * @throws ApiProblem when it isn't a PNG or JPEG of a size that fits
   */
  static Logo of(byte[] content) {
    if (content.length > LARGEST) {
      throw ApiProblem.invalid("logo", "must be at most 256 KB");
    }
    try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        throw unknown();
      }
      var reader = readers.next();
      try {
        String format = reader.getFormatName().toLowerCase(Locale.ROOT);
        if (!format.equals("png") && !format.equals("jpeg")) {
          throw unknown();
        }
        reader.setInput(input);
        // The head says how large it is, so that a small file can't unfold into a huge picture.
        if (reader.getWidth(0) > MOST_PIXELS || reader.getHeight(0) > MOST_PIXELS) {
          throw ApiProblem.invalid("logo", "must be at most 4,000 pixels wide and high");
        }
        reader.read(0);
        return new Logo(content, "image/" + format);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException broken) {
      if (broken instanceof ApiProblem refused) {
        throw refused;
      }
      throw unknown();
    }
  }

  private static ApiProblem unknown() {
    return ApiProblem.invalid("logo", "must be a PNG or JPEG picture");
  }
}
