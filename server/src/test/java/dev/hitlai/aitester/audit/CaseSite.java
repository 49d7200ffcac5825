package dev.hitlai.aitester.audit;

import com.sun.net.httpserver.HttpExchange;
import dev.hitlai.aitester.testsupport.LittleSite;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import javax.imageio.ImageIO;

/** Serves the cases and what they embed: pictures, sounds, films and pages to link to. */
final class CaseSite implements AutoCloseable {
  private final LittleSite site = new LittleSite();

  CaseSite() {
    for (var name :
        new String[] {
          "logo", "acme-logo", "p7k-logo", "harbour", "sales-chart", "icon", "IMG_4711"
        }) {
      picture("/pictures/" + name + ".png", 120, 80);
    }
    var grain = new BufferedImage(500, 200, BufferedImage.TYPE_INT_RGB);
    var random = new Random(1);
    for (int i = 0; i < 500 * 200; i++) {
      grain.setRGB(i % 500, i / 500, random.nextInt(1 << 24)); // Doesn't compress.
    }
    picture("/pictures/huge.png", grain);
    picture("/pictures/dark.png", 600, 200, new Color(20, 20, 30));
    picture("/pictures/light.png", 600, 200, new Color(240, 240, 235));
    sentence("/pictures/sentence.png", "Every mug dries slowly for nine days");
    film("/films/spoken.webm", "spoken.webm");
    film("/films/silent.webm", "silent.webm");
    sound("/sounds/speech.wav", 6);
    sound("/sounds/beep.wav", 1);
    site.page("/page", "<h1>A page</h1><p>It tells how mugs are made from clay and water.</p>");
    site.page("/same", "<h1>A page</h1><p>It tells how mugs are made from clay and water.</p>");
    site.page("/other", "<h1>Opening hours</h1><p>We are there from nine to five each day.</p>");
    site.page(
        "/page-and-more",
        "<nav><a href='/'>All mugs</a></nav><h1>A page</h1><p>It tells how mugs are made from clay"
            + " and water.</p><footer>Printed on paper</footer>");
    site.document(
        "/leads-on",
        "<!doctype html><meta http-equiv='refresh' content='0; url=/page'><title>Mugs</title>");
    site.page("/call-one", "<h1>The workshop</h1><p>Our number is 0123 456 789.</p>");
    site.page("/call-two", "<h1>Questions</h1><p>Ring (0123) 456-789 before noon.</p>");
    site.answering("/moved", exchange -> LittleSite.redirect(exchange, "/page"));
    site.answering(
        "/pictures/hours.svg",
        exchange ->
            LittleSite.send(
                exchange,
                200,
                "image/svg+xml",
                "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='80'><text x='4'"
                    + " y='30'>Monday to Friday 9:30 to 18:00</text><text x='4' y='60'>Saturday"
                    + " 10:00 to 14:00</text></svg>"));
    site.answering(
        "/round.svg",
        exchange ->
            LittleSite.send(
                exchange,
                200,
                "image/svg+xml",
                "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><circle cx='4'"
                    + " cy='4' r='4'/></svg>"));
  }

  private void picture(String path, int width, int height) {
    picture(path, width, height, new Color(70, 120, 200));
  }

  private void picture(String path, int width, int height, Color colour) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    picture(path, image);
  }

  private void sentence(String path, String words) {
    var image = new BufferedImage(420, 90, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 420, 90);
    graphics.setColor(Color.BLACK);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 20));
    graphics.drawString(words, 12, 50);
    graphics.dispose();
    picture(path, image);
  }

  private void picture(String path, BufferedImage image) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    site.answering(path, exchange -> send(exchange, "image/png", bytes.toByteArray()));
  }

  private void film(String path, String resource) {
    try (var stream = CaseSite.class.getResourceAsStream("media/" + resource)) {
      if (stream == null) {
        throw new IllegalStateException("There is no " + resource);
      }
      var bytes = stream.readAllBytes();
      site.answering(path, exchange -> send(exchange, "video/webm", bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A tone of so many seconds as 8-bit WAV. */
  private void sound(String path, int seconds) {
    int rate = 8_000;
    var wave = ByteBuffer.allocate(44 + rate * seconds).order(ByteOrder.LITTLE_ENDIAN);
    wave.put("RIFF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    wave.putInt(36 + rate * seconds);
    wave.put("WAVEfmt ".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    wave.putInt(16).putShort((short) 1).putShort((short) 1).putInt(rate).putInt(rate);
    wave.putShort((short) 1).putShort((short) 8);
    wave.put("data".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(rate * seconds);
    for (int i = 0; i < rate * seconds; i++) {
      wave.put((byte) (128 + 60 * Math.sin(i * 0.3)));
    }
    site.answering(path, exchange -> send(exchange, "audio/wav", wave.array()));
  }

  private static void send(HttpExchange exchange, String type, byte[] bytes) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  URI serve(int number, RuleCase example) {
    var path = "/case/" + number;
    site.document(path, example.document());
    return site.url(path);
  }

  @Override
  public void close() {
    site.close();
  }
}
