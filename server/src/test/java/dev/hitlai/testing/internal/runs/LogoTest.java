package dev.hitlai.testing.internal.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.api.ApiProblem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class LogoTest {
  @Test
  void takesPicturesByWhatTheirBytesSay() throws IOException {
    assertThat(Logo.of(picture("png", 40)).mediaType()).isEqualTo("image/png");
    assertThat(Logo.of(picture("jpg", 40)).mediaType()).isEqualTo("image/jpeg");
  }

  @Test
  void refusesWhatIsNoPictureWhateverItIsCalled() throws IOException {
    for (byte[] content :
        new byte[][] {
          "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"
              .getBytes(StandardCharsets.UTF_8),
          {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
          {},
          picture("gif", 40)
        }) {
      assertThatThrownBy(() -> Logo.of(content))
          .isInstanceOf(ApiProblem.class)
          .hasMessageContaining("PNG or JPEG");
    }
  }

  @Test
  void refusesPicturesThatAreTooLarge() throws IOException {
    byte[] wide = picture("png", 4_001);
    assertThatThrownBy(() -> Logo.of(wide)).hasMessageContaining("4,000 pixels");
    assertThatThrownBy(() -> Logo.of(new byte[Logo.LARGEST + 1])).hasMessageContaining("256 KB");
  }

  @Test
  void wantsColoursThatCanBeReadOnWhite() {
    assertThat(BrandColour.contrastOnWhite("#000000")).isEqualTo(21.0);
    assertThat(BrandColour.contrastOnWhite("#ffffff")).isEqualTo(1.0);
    BrandColour.require("#3b4fd8");
    assertThatThrownBy(() -> BrandColour.require("#ffcc00")).hasMessageContaining("too light");
    assertThatThrownBy(() -> BrandColour.require("red")).hasMessageContaining("six digits");
  }

  private static byte[] picture(String format, int width) throws IOException {
    var output = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, 10, BufferedImage.TYPE_INT_RGB), format, output);
    return output.toByteArray();
  }
}
