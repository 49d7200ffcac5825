package dev.hitlai.identity.internal;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A text as a QR code that pages show and cameras read. */
final class QrPicture {
  /** Blank squares around it, as ISO/IEC 18004 asks for. */
  private static final int QUIET = 4;

  private QrPicture() {}

  /** SVG that is black on white on every ground, since cameras expect that. */
  static String svg(String text, String name) {
    ByteMatrix squares = encode(text);
    int size = squares.getWidth() + 2 * QUIET;
    var path = new StringBuilder();
    for (int y = 0; y < squares.getHeight(); y++) {
      for (int x = 0; x < squares.getWidth(); x++) {
        if (squares.get(x, y) == 1) {
          path.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
        }
      }
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" width="240" height="240" role="img" \
    aria-label="%2$s" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%1$dv%1$dH0z"/>\
    <path fill="#000" d="%3$s"/></svg>\
    """
        .formatted(size, name, path);
  }

  private static ByteMatrix encode(String text) {
    try {
      return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException e) {
      throw new IllegalStateException("too long for a QR code", e);
    }
  }
}
