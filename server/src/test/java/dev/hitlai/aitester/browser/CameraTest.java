package dev.hitlai.aitester.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.testsupport.Browsers;
import dev.hitlai.aitester.testsupport.LittleSite;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The quick way to a picture against the driver's, which is the one that is waited for. */
class CameraTest {
  private static final LittleSite SITE = new LittleSite();
  private static final int TALLEST = 1500;

  @AfterAll
  static void closeSite() {
    SITE.close();
  }

  @ParameterizedTest
  @CsvSource({
    "middle_age_moderate, 2400",
    "middle_age_moderate, 100",
    "mobile_commuter, 2400",
    "senior_casual, 2400",
  })
  void takesTheSameAtOnceAsTheDriverDoes(String persona, int height) {
    SITE.document(
        "/",
        "<!doctype html><html lang=en><meta name=viewport content='width=device-width'><title>T"
            + "</title><body style='margin:0'><div style='height:"
            + height
            + "px;background:linear-gradient(#fff,#06c)'><h1>Here</h1></div></body></html>");
    var pictures =
        Browsers.at(
            SITE.url("/"),
            persona,
            session -> {
              session.settle();
              assertThat(session.journal().isDrawn()).isTrue();
              session.page().evaluate("() => scrollTo(0, 500)");
              return List.of(
                  taken(session, false, BrowserSession::screenshot),
                  taken(session, true, BrowserSession::screenshot),
                  taken(session, false, CameraTest::whole),
                  taken(session, true, CameraTest::whole));
            });
    assertAlike(pictures.get(1), pictures.get(0));
    assertAlike(pictures.get(3), pictures.get(2));
  }

  private static byte[] whole(BrowserSession session) {
    return session.fullScreenshot(2400, TALLEST);
  }

  private static BufferedImage taken(
      BrowserSession session, boolean atOnce, Function<BrowserSession, byte[]> picture) {
    session.settle();
    session.journal().noteDrawn(atOnce);
    return read(picture.apply(session));
  }

  private static BufferedImage read(byte[] jpeg) {
    try {
      return ImageIO.read(new ByteArrayInputStream(jpeg));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertAlike(BufferedImage one, BufferedImage other) {
    assertThat(one.getWidth()).isEqualTo(other.getWidth());
    assertThat(one.getHeight()).isEqualTo(other.getHeight());
    for (int y = 0; y < one.getHeight(); y += 7) {
      for (int x = 0; x < one.getWidth(); x += 7) {
        assertThat(one.getRGB(x, y)).as("at %d, %d", x, y).isEqualTo(other.getRGB(x, y));
      }
    }
  }
}
