package dev.hitlai.identity.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrPictureTest {
  private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) ");
  private static final Pattern SQUARE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
  private static final int SCALE = 8;

  @Test
  void canBeReadByACamera() throws Exception {
    String text =
        Totp.uri("12345678901234567890".getBytes(US_ASCII), "somebody@a-rather-long.example.org");
    assertThat(read(QrPicture.svg(text, "code"))).isEqualTo(text);
  }

  /** Draws the squares and hands them to the reader of another part of the library. */
  private static String read(String svg) throws Exception {
    var size = SIZE.matcher(svg);
    assertThat(size.find()).isTrue();
    int side = Integer.parseInt(size.group(1)) * SCALE;
    var pixels = new int[side * side];
    Arrays.fill(pixels, 0xffffff);
    var squares = SQUARE.matcher(svg);
    while (squares.find()) {
      int left = Integer.parseInt(squares.group(1)) * SCALE;
      int top = Integer.parseInt(squares.group(2)) * SCALE;
      for (int y = top; y < top + SCALE; y++) {
        Arrays.fill(pixels, y * side + left, y * side + left + SCALE, 0);
      }
    }
    var source = new RGBLuminanceSource(side, side, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }
}
